import { goTo, toShape } from '@/map/olMap'
import type { NumberedHit } from './hitGroups'
import { pointAtHits } from './siteMap'

/** What rows of the report do to the map: pointed at, their hits stand out; chosen, the map goes there. */
export const point = (hits: NumberedHit[]) => pointAtHits(hits.map((h) => h.key))
export const unpoint = () => pointAtHits([])

export function goToHits(hits: NumberedHit[]) {
  if (hits.length > 0) goTo(hits.map((h) => toShape(h.hit.geometry)))
}
