import { literal } from '@/api/filters'
import { TYPED_DAY, TYPED_TO } from '@/i18n/typedWords'
import type { Column } from './columns'

/** What was typed above the columns of a table, by column. */
export type Typed = Record<string, string>

/** In the address: `length_m:>100;type2:port`. */
export function typedIn(word: string | null): Typed {
  const pairs = (word ?? '').split(';').flatMap((one) => {
    const cut = one.indexOf(':')
    return cut > 0 ? [[one.slice(0, cut), decoded(one.slice(cut + 1))] as const] : []
  })
  return Object.fromEntries(pairs)
}

export function wordOf(typed: Typed): string | null {
  const pairs = Object.entries(typed).filter(([, text]) => text.trim() !== '')
  return pairs.length === 0 ? null : pairs.map(([name, text]) => `${name}:${text.replace(/[%;]/g, encodeURIComponent)}`).join(';')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What a column lets through, as CQL2 text (OGC 21-065r2): a text that holds the words, a class, yes or no; of numbers and days also `>=5`, `<5` and `2..5`.
 * Null where nothing is typed, undefined where it cannot be read.
 */
export function columnClause({ name, field }: Column, text: string): string | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  if (field?.codeList) return `${name} = ${literal(typed)}`
  switch (field?.type) {
    case 'text':
      return `lower(${name}) LIKE ${literal(`%${likeText(typed.toLowerCase())}%`)}`
    case 'boolean':
      return typed === 'true' || typed === 'false' ? `${name} = ${typed}` : undefined
    case 'date':
      return bounds(typed, dayRange).map(compared(name)).join(' AND ') || undefined
    default:
      return bounds(typed, numberRange).map(compared(name)).join(' AND ') || undefined
  }
}

/** Words as they are, for a pattern of LIKE. */
export const likeText = (words: string): string => words.replace(/[\\%_]/g, '\\$&')

interface Bound {
  op: '>=' | '>' | '<=' | '<' | '='
  value: string
}
/** The first and the last value that what was typed stands for: of 2020-05 the first and the last day. */
type Range = (text: string) => [string, string] | null

const compared = (name: string) => ({ op, value }: Bound) => `${name} ${op} ${value}`

function bounds(typed: string, rangeOf: Range): Bound[] {
  const sign = /^(>=|<=|>|<|≥|≤|=)?\s*(.+)$/.exec(typed)
  const [from, to, ...more] = typed.split(TYPED_TO)
  if (from !== undefined && to !== undefined && more.length === 0) {
    const [first, last] = [from === '' ? null : rangeOf(from), to === '' ? null : rangeOf(to)]
    if ((from !== '' && !first) || (to !== '' && !last)) return []
    return [...(first ? [{ op: '>=', value: first[0] } as const] : []), ...(last ? [{ op: '<=', value: last[1] } as const] : [])]
  }
  const range = sign?.[2] === undefined ? null : rangeOf(sign[2])
  if (!range) return []
  const [first, last] = range
  switch (sign?.[1]) {
    case '>=':
    case '≥':
      return [{ op: '>=', value: first }]
    case '>':
      return [{ op: '>', value: last }]
    case '<=':
    case '≤':
      return [{ op: '<=', value: last }]
    case '<':
      return [{ op: '<', value: first }]
    default:
      return first === last ? [{ op: '=', value: first }] : [{ op: '>=', value: first }, { op: '<=', value: last }]
  }
}

const numberRange: Range = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? [text, text] : null)

const dayRange: Range = (text) => {
  const [, year, month, day] = TYPED_DAY.exec(text) ?? []
  if (year === undefined) return null
  const last = day ? Number(day) : month ? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() : 31
  const iso = (m: number, d: number) => `DATE('${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}')`
  const [from, to] = [iso(Number(month ?? 1), Number(day ?? 1)), iso(Number(month ?? 12), last)]
  return [from, to].every((one) => isDay(one)) ? [from, to] : null
}

function isDay(date: string): boolean {
  const iso = date.slice(6, 16)
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)
}
