import type { Place } from '@/api/narrow'
import { MEASURES, type Measure } from './measures'

/** Six digits are a tenth of a metre. */
const DIGITS = 6

/** What was measured, for the address: its kind, then longitude and latitude by turns. */
export const formatMeasured = (kind: Measure, places: Place[]): string =>
  [kind, ...places.flat().map((n) => String(Number(n.toFixed(DIGITS))))].join(',')

/** What an address holds; null where it makes no sense. */
export function parseMeasured(text: string): { kind: Measure; places: Place[] } | null {
  const [word, ...numbers] = text.split(',')
  const kind = MEASURES.find((m) => m === word)
  const values = numbers.map((n) => (n.trim() === '' ? NaN : Number(n)))
  if (!kind || values.length < 4 || values.length % 2 !== 0) return null
  const places: Place[] = []
  for (let i = 0; i < values.length; i += 2) places.push([values[i] ?? NaN, values[i + 1] ?? NaN])
  return places.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? { kind, places } : null
}
