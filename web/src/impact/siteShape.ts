import type { Geometry, LineString, Point, Polygon } from 'geojson'
import type { Place } from '@/api/narrow'

/** What a planner draws: one point, line or area, longitude and latitude in degrees. */
export type SiteShape = Point | LineString | Polygon
export const SITE_KINDS = ['point', 'line', 'polygon'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

/** Fewest places that make a shape of a kind. */
export const FEWEST: Record<SiteKind, number> = { point: 1, line: 2, polygon: 3 }

/** A centimetre, so that a place that snapped to a corner stays on it; what a link keeps. */
const DIGITS = 7

export const kindOf = (shape: SiteShape): SiteKind => KINDS[shape.type]
const KINDS = { Point: 'point', LineString: 'line', Polygon: 'polygon' } as const

/** The places of a shape, ring by ring; rings are not closed here. */
export function ringsOf(shape: SiteShape): Place[][] {
  switch (shape.type) {
    case 'Point':
      return [[placeOf(shape.coordinates)]]
    case 'LineString':
      return [shape.coordinates.map(placeOf)]
    case 'Polygon':
      return shape.coordinates.map((ring) => open(ring.map(placeOf)))
  }
}

/** The shape of these rings; null where there are too few places, or rings that the kind does not have. */
export function shapeOf(kind: SiteKind, rings: Place[][]): SiteShape | null {
  const rounded = rings.map((ring) => (kind === 'polygon' ? open(ring.map(round)) : ring.map(round)))
  const [first] = rounded
  if (!first?.[0] || rounded.some((ring) => ring.length < FEWEST[kind])) return null
  if (kind === 'polygon') return { type: 'Polygon', coordinates: rounded.map((ring) => [...ring, ring[0] as Place]) }
  if (rounded.length > 1) return null
  if (kind === 'line') return { type: 'LineString', coordinates: first }
  return first.length === 1 ? { type: 'Point', coordinates: first[0] } : null
}

/** The shape as a link keeps it, so that a link gives the same figures. */
export const rounded = (shape: SiteShape): SiteShape | null => shapeOf(kindOf(shape), ringsOf(shape))

/** A stored geometry as something that can be drawn on, where it is of one piece. */
export function singleShape(geometry: Geometry): SiteShape | null {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return rounded(geometry)
    case 'MultiPoint':
      return only(geometry.coordinates, (coordinates) => rounded({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return only(geometry.coordinates, (coordinates) => rounded({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      return only(geometry.coordinates, (coordinates) => rounded({ type: 'Polygon', coordinates }))
    case 'GeometryCollection':
      return only(geometry.geometries, singleShape)
  }
}

/** How many places it has. */
export const sizeOf = (shape: SiteShape): number => ringsOf(shape).reduce((sum, ring) => sum + ring.length, 0)

const METRES_A_DEGREE = 111_320

/** The shape moved east and north by metres; all places by the same degrees, so that its form stays. */
export function moved(shape: SiteShape, eastM: number, northM: number): SiteShape | null {
  const rings = ringsOf(shape)
  const latitude = rings[0]?.[0]?.[1] ?? 0
  const east = eastM / (METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180))
  const north = northM / METRES_A_DEGREE
  return shapeOf(kindOf(shape), rings.map((ring) => ring.map(([lon, lat]): Place => [lon + east, lat + north])))
}

function only<T, R>(parts: T[], make: (part: T) => R | null): R | null {
  const [part] = parts
  return part !== undefined && parts.length === 1 ? make(part) : null
}

const placeOf = ([lon = NaN, lat = NaN]: number[]): Place => [lon, lat]
const round = ([lon, lat]: Place): Place => [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))]

function open(ring: Place[]): Place[] {
  const [first, last] = [ring[0], ring.at(-1)]
  const closed = ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]
  return closed ? ring.slice(0, -1) : ring
}
