import type { Place } from '@/api/narrow'
import { A, E2, radians } from './ellipsoid'
import { alongGeodesic, geodesicBetween, within180 } from './geodesic'

/** Geodesic length of a line in metres; NaN where an edge goes round half of the earth. */
export function lengthOf(places: Place[]): number {
  return edges(places).reduce((sum, [from, to]) => sum + (geodesicBetween(from, to)?.metres ?? NaN), 0)
}

/** Geodesic length of the border of an area, metres. */
export const perimeterOf = (corners: Place[]): number => lengthOf(closed(corners))

/**
 * Area in square metres within corners that geodesics join, whichever way round. By Green's theorem it is the integral, along the border, of
 * the area between equator and parallel for each radian of longitude; no pole may lie within.
 */
export function areaOf(corners: Place[]): number {
  return Math.abs(edges(closed(corners)).reduce((sum, [from, to]) => sum + areaBelow(from, to), 0))
}

const closed = (corners: Place[]): Place[] => (corners[0] ? [...corners, corners[0]] : [])
const edges = (places: Place[]): [Place, Place][] => places.slice(1).map((to, i) => [places[i] ?? to, to])

/** Nodes and weights of the Gauss-Legendre rule with eight points on −1 … 1. */
const RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
].flatMap(([node = 0, weight = 0]) => [[-node, weight], [node, weight]] as const)

/** Longer edges are cut, so that the rule stays exact to the last digit shown. */
const LONGEST_M = 200_000

function areaBelow(from: Place, to: Place): number {
  const way = geodesicBetween(from, to)
  if (!way) return NaN
  // The parallel of the start takes the greatest part exactly; only what the edge leaves of it is integrated.
  const base = zone(radians(from[1]))
  const cuts = Math.max(1, Math.ceil(way.metres / LONGEST_M))
  const half = way.metres / cuts / 2
  let sum = 0
  for (let cut = 0; cut < cuts; cut++) {
    for (const [node, weight] of RULE) {
      const { latitude, azimuth } = alongGeodesic(from, way, half * (2 * cut + 1 + node))
      const turn = (Math.sin(azimuth) * Math.sqrt(1 - E2 * Math.sin(latitude) ** 2)) / (A * Math.cos(latitude))
      sum += weight * half * (zone(latitude) - base) * turn
    }
  }
  return sum + base * radians(within180(to[0] - from[0]))
}

const E = Math.sqrt(E2)

/** Area between the equator and a parallel, for one radian of longitude. */
function zone(latitude: number): number {
  const sin = Math.sin(latitude)
  return ((A ** 2 * (1 - E2)) / 2) * (sin / (1 - E2 * sin ** 2) + Math.atanh(E * sin) / E)
}
