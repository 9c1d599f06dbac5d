import type { Choice, Part } from '@/api/uploads'

/**
 * All choices so far with a new one for a part. A new layer has other fields, and another encoding gives the file's fields other
 * names: what was mapped before is then dropped, and the server guesses anew.
 */
export function mergeChoice(choices: Choice[], choice: Choice): Choice[] {
  const before = choices.find((c) => c.index === choice.index)
  const rest = choices.filter((c) => c.index !== choice.index)
  const kept = { ...before }
  if ('layer' in choice || 'encoding' in choice) delete kept.mapping
  return [...rest, { ...kept, ...choice }].sort((a, b) => a.index - b.index)
}

/** The whole mapping of a part with one field changed; a target taken by another field moves. */
export function mapField(part: Part, source: string, target: string): Record<string, string> {
  return Object.fromEntries(
    part.fields.map((field) => {
      if (field.name === source) return [field.name, target]
      return [field.name, field.mappedTo === target ? '' : (field.mappedTo ?? '')]
    }),
  )
}

/** Text encodings that Chinese hand-ins come in. */
export const ENCODINGS = ['GB18030', 'GBK', 'UTF-8', 'BIG5'] as const
