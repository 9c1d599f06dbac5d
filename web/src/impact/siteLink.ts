import type { Place } from '@/api/narrow'
import { kindOf, ringsOf, shapeOf, SITE_KINDS, type SiteShape } from './siteShape'

/** Servers and mail programs cut longer addresses; the rest of the view needs room too. */
export const LONGEST_LINK = 3000

const RING = ';'

/**
 * A shape for the address: its kind, then longitude and latitude by turns, `;` before each further ring. Plain numbers, so that other
 * systems can make such a link. Null for a shape that is too long for one.
 */
export function formatSite(shape: SiteShape): string | null {
  const rings = ringsOf(shape).map((ring) => ring.flat().join(','))
  const text = `${kindOf(shape)},${rings.join(RING)}`
  return text.length <= LONGEST_LINK ? text : null
}

/** The shape of an address; null where it makes no sense. */
export function parseSite(text: string): SiteShape | null {
  const cut = text.indexOf(',')
  const kind = SITE_KINDS.find((k) => k === text.slice(0, cut))
  if (!kind || text.length > LONGEST_LINK) return null
  const rings = text.slice(cut + 1).split(RING).map(places)
  return rings.every((ring) => ring !== null) ? shapeOf(kind, rings) : null
}

function places(ring: string): Place[] | null {
  const numbers = ring.split(',').map((word) => (word.trim() === '' ? NaN : Number(word)))
  if (numbers.length % 2 !== 0) return null
  const found: Place[] = []
  for (let i = 0; i < numbers.length; i += 2) found.push([numbers[i] as number, numbers[i + 1] as number])
  return found.every(onEarth) ? found : null
}

/** Whether it is a longitude and a latitude. */
export const onEarth = ([lon, lat]: Place): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90
