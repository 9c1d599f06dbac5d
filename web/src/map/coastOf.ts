import type Feature from 'ol/Feature'
import type { Geometry, LineString } from 'ol/geom'
import { getCenter } from 'ol/extent'
import type { Grouping } from '@/api/retention'

/** Declared codes of a segment that say which row it belongs to. */
export const DECLARED: Record<Grouping, string | null> = {
  city: null,
  town: 'town_code',
  bay: 'bay_code',
  protection: 'protection',
  space: 'space',
}

/** As far as the figures reach from the coast to a region, in map units; more than enough at any latitude with people. */
const REACH_M = 1000

export interface CoastData {
  segments: Feature[]
  regions: Feature[]
}

/**
 * The coast that a row of the table speaks of, for the eye: whole segments, by what they declare, else by the nearest region. The
 * figures split segments at borders on the server; here a segment is lit as a whole.
 */
export const coastOf = (by: Grouping, code: string, data: CoastData): Geometry[] =>
  segmentsOf(by, code, data).flatMap((segment) => segment.getGeometry() ?? [])

/** The segments of the mainland that belong to a row, whole. */
export function segmentsOf(by: Grouping, code: string, { segments, regions }: CoastData): Feature[] {
  const rowOf = rowsBy(by, regions)
  return segments.filter((segment) => segment.get('mainland') !== false && (DECLARED[by] === null || rowOf(segment) === code))
}

/** Tells the row that a segment belongs to; null where that is for no code to say. */
export function rowsBy(by: Grouping, regions: Feature[]): (segment: Feature) => unknown {
  const field = DECLARED[by]
  const level = regions.filter((r) => r.get('level') === by)
  const known = new Set(level.map((r) => r.get('code')))
  return (segment) => {
    if (field === null) return level.length === 1 ? level[0]?.get('code') : null
    const declared: unknown = segment.get(field)
    return level.length === 0 || known.has(declared) ? declared : nearest(segment, level)
  }
}

/** The shape of a town, a bay or the city; rows of other kinds have none. */
export function regionOf(by: Grouping, code: string, regions: Feature[]): Geometry | null {
  return regions.find((r) => r.get('level') === by && r.get('code') === code)?.getGeometry() ?? null
}

function nearest(segment: Feature, level: Feature[]): unknown {
  const geometry = segment.getGeometry()
  if (!geometry) return null
  const middle = geometry.getType() === 'LineString' ? (geometry as LineString).getCoordinateAt(0.5) : getCenter(geometry.getExtent())
  let best = REACH_M ** 2
  let code: unknown = null
  for (const region of level) {
    const shape = region.getGeometry()
    if (!shape) continue
    const [x, y] = shape.intersectsCoordinate(middle) ? middle : shape.getClosestPoint(middle)
    const far = ((x ?? Infinity) - (middle[0] ?? 0)) ** 2 + ((y ?? Infinity) - (middle[1] ?? 0)) ** 2
    if (far < best) [best, code] = [far, region.get('code')]
  }
  return code
}
