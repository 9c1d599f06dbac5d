import type { Geometry } from 'geojson'
import type { Bbox } from '@/api/narrow'
import { placesOf } from './shapes'

/** About two hundred metres: neighbours to snap to. */
const MARGIN_DEGREES = 0.002

/** A box with room around a shape. */
export function boxAround(shape: Geometry): Bbox {
  const places = placesOf(shape)
  const all = (axis: 0 | 1) => places.map((place) => place[axis] ?? 0)
  const low = (axis: 0 | 1) => all(axis).reduce((a, b) => Math.min(a, b), Infinity) - MARGIN_DEGREES
  const high = (axis: 0 | 1) => all(axis).reduce((a, b) => Math.max(a, b), -Infinity) + MARGIN_DEGREES
  return [low(0), low(1), high(0), high(1)]
}
