import type { Layer } from '@/api/catalog'
import { literal } from '@/api/filters'
import { columnClause, likeText, type Typed } from './columnFilters'
import { columnsOf } from './columns'

/** What narrows a table down. */
export interface Narrowing {
  year: number | null
  /** Words that a text of the row holds. */
  words: string
  /** Codes of the classes that the map leaves out. */
  without: ReadonlySet<string>
  /** What is typed above the columns; what cannot be read narrows nothing. */
  columns: Typed
}

/** The same as CQL2 text (OGC 21-065r2); null where nothing narrows. */
export function rowsFilter(layer: Layer, { year, words, without, columns }: Narrowing): string | null {
  const { surveyYearField } = layer
  const clauses = [
    surveyYearField && year !== null && layer.surveyYears.includes(year) ? `${surveyYearField} = ${year}` : null,
    holds(layer, words.trim().toLowerCase()),
    leftOut(layer.style.field, without),
    ...columnsOf(layer).map((column) => columnClause(column, columns[column.name] ?? '') ?? null),
  ].filter((clause) => clause !== null)
  return clauses.length === 0 ? null : clauses.join(' AND ')
}

function holds(layer: Layer, words: string): string | null {
  if (words === '') return null
  const pattern = literal(`%${likeText(words)}%`)
  const texts = layer.fields.filter((field) => field.type === 'text' && field.codeList === null)
  return `(${['id', ...texts.map((field) => field.name)].map((name) => `lower(${name}) LIKE ${pattern}`).join(' OR ')})`
}

function leftOut(field: string | null, without: ReadonlySet<string>): string | null {
  if (field === null || without.size === 0) return null
  return `(${field} IS NULL OR ${field} NOT IN (${[...without].map(literal).join(', ')}))`
}
