import type { CheckPart } from '@/api/checks'
import type { Part, Unmatched } from '@/api/parts'

/** The whole mapping of a part with one field changed; a target taken by another field moves. */
export function mapField(part: Part, source: string, target: string): Record<string, string> {
  return Object.fromEntries(
    part.fields.map((field) => {
      if (field.name === source) return [field.name, target]
      return [field.name, field.mappedTo === target ? '' : (field.mappedTo ?? '')]
    }),
  )
}

/** All words of a part that have a code, with one more; null takes a word back. */
export function chooseCode(part: Part, field: string, word: string, code: string | null): Part['codes'] {
  const { [word]: _, ...others } = part.codes[field] ?? {}
  return { ...part.codes, [field]: code === null ? others : { ...others, [word]: code } }
}

/** A word of the file to be told a code, and the one it was told: empty = left out, null = none yet. */
export interface Word extends Unmatched {
  code: string | null
}

/** Words that code lists do not know; a check has seen them all, the inspection only the first records. Those told already stay, to be changed. */
export function wordsOf(part: Part, checked: CheckPart | undefined): Word[] {
  const unknown = checked && checked.unmatched.length > 0 ? checked.unmatched : part.unmatched
  const told = Object.entries(part.codes).flatMap(([field, words]) =>
    Object.entries(words).map(([word, code]) => ({ field, word, code, count: countOf(unknown, field, word), suggestion: null })),
  )
  const open = unknown.filter((u) => part.codes[u.field]?.[u.word] === undefined).map((u) => ({ ...u, code: null }))
  return [...open, ...told]
}

const countOf = (list: Unmatched[], field: string, word: string) => list.find((u) => u.field === field && u.word === word)?.count ?? 0

/** The repairs of a part with one switched. */
export const toggled = (repairs: string[], repair: string): string[] =>
  repairs.includes(repair) ? repairs.filter((r) => r !== repair) : [...repairs, repair]

/** Text encodings that Chinese hand-ins come in. */
export const ENCODINGS = ['GB18030', 'GBK', 'UTF-8', 'BIG5'] as const

/** What the service reads; loose parts of a shapefile are chosen together. */
export const ACCEPTED =
  '.zip,.gpkg,.geojson,.json,.geojsonl,.ndjson,.kml,.kmz,.csv,.tsv,.txt,.xlsx,.xlsm,.dxf,.shp,.dbf,.shx,.prj,.cpg'
