import type { FieldChange } from '@/api/checks'

/** Under this name comes what a file carries beyond the catalogue, as one object. */
const EXTRA = 'extra'

/** The fields that change; what a file carries beyond the catalogue is taken apart into its own fields. */
export function fieldChanges(fields: FieldChange[]): FieldChange[] {
  return fields.flatMap((field) => (field.name === EXTRA ? ownFields(field) : [field]))
}

function ownFields({ before, after }: FieldChange): FieldChange[] {
  const [was, is] = [members(before), members(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return names
    .map((name) => ({ name, before: was[name] ?? null, after: is[name] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/** It may come as an object or as its JSON. */
function members(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') {
    try {
      return members(JSON.parse(value) as object)
    } catch {
      return {}
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
