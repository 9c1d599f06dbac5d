import type { Grouping } from '@/api/retention'
import { literal } from '@/api/filters'
import { DECLARED } from '@/map/coastOf'

/** As many segments as a list of one row holds; who wants more opens the layer's table. */
export const MOST_SEGMENTS = 2_000

/** The coast that a row speaks of, by what its segments declare, as CQL2 text (OGC 21-065r2). */
export function rowFilter(by: Grouping, code: string, yearField: string, year: number): string {
  const field = DECLARED[by]
  return `${yearField} = ${year}${field === null ? '' : ` AND ${field} = ${literal(code)}`}`
}
