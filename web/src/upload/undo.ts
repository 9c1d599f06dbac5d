import type { Part } from '@/api/parts'
import type { Choice } from '@/api/uploads'

/** A choice that was made about a part, and the one that takes it back. */
export interface Taken {
  what: Undoable
  part: string
  back: Choice
}

const UNDOABLE = ['layer', 'encoding', 'mapping', 'codes', 'year', 'mode', 'repairs', 'ignored'] as const
export type Undoable = (typeof UNDOABLE)[number]

/**
 * What would take a choice back; null where nothing can. Another layer or encoding drops the mapping, so that is brought back with it. A coordinate system is not taken back: that a person
 * has confirmed one cannot be unsaid, only another one can be chosen.
 */
export function takenBack(part: Part, choice: Omit<Choice, 'index'>): Taken | null {
  const what = UNDOABLE.find((key) => choice[key] !== undefined)
  const back = what && backOf(part, what)
  return what && back ? { what, part: part.sourceName, back: { index: part.index, ...back } } : null
}

function backOf(part: Part, what: Undoable): Omit<Choice, 'index'> | null {
  switch (what) {
    case 'layer':
      return part.layer === null ? null : { layer: part.layer, mapping: mappingOf(part), codes: part.codes, ...(part.year === null ? {} : { year: part.year }) }
    case 'encoding':
      return part.encoding ? { encoding: part.encoding.charset } : null
    case 'mapping':
      return { mapping: mappingOf(part) }
    case 'codes':
      return { codes: part.codes }
    case 'year':
      return part.year === null ? null : { year: part.year }
    case 'mode':
      return { mode: part.mode }
    case 'repairs':
      return { repairs: part.repairs }
    case 'ignored':
      return { ignored: part.ignored }
  }
}

const mappingOf = (part: Part): Record<string, string> => Object.fromEntries(part.fields.map((field) => [field.name, field.mappedTo ?? '']))
