import type { Place } from '@/api/narrow'
import { A, degrees, E2, F, radians } from './ellipsoid'

/** A place in a 3-degree zone of the Gauss-Krüger projection: northing and easting in metres, the easting without the zone's number. */
export interface Projected {
  zone: number
  northing: number
  easting: number
}

const FALSE_EASTING = 500_000
/** Zones of CGCS2000 that the register of coordinate systems holds: 75° E to 135° E. */
export const FIRST_ZONE = 25
export const LAST_ZONE = 45
/** CGCS2000 / 3-degree Gauss-Kruger CM 75E; one number for each zone eastwards. */
const EPSG_OF_FIRST = 4534

/** The zone in whose middle a longitude lies; null outside the zones of the register. */
export function zoneOf(lon: number): number | null {
  const zone = Math.round(lon / 3)
  return zone >= FIRST_ZONE && zone <= LAST_ZONE ? zone : null
}

export const meridianOf = (zone: number): number => zone * 3
export const epsgOf = (zone: number): number => EPSG_OF_FIRST + zone - FIRST_ZONE

const N = F / (2 - F)
const RECTIFYING = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256)
const E = Math.sqrt(E2)

/** Series of Krüger to the fourth power of the third flattening (Karney 2011, equations 35 and 36): exact to a micrometre within a zone. */
const FORWARD = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
]
const INVERSE = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  N ** 2 / 48 + N ** 3 / 15 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161280) * N ** 4,
]

/** Projects a place into a zone, its own unless another is named. */
export function project([lon, lat]: Place, zone: number): Projected {
  const tangent = conformal(Math.tan(radians(lat)))
  const away = radians(lon - meridianOf(zone))
  const xi = Math.atan2(tangent, Math.cos(away))
  const eta = Math.asinh(Math.sin(away) / Math.hypot(tangent, Math.cos(away)))
  const [up, right] = series(FORWARD, xi, eta)
  return { zone, northing: RECTIFYING * (xi + up), easting: FALSE_EASTING + RECTIFYING * (eta + right) }
}

/** The place that has these coordinates in a zone. */
export function unproject({ zone, northing, easting }: Projected): Place {
  const xi = northing / RECTIFYING
  const eta = (easting - FALSE_EASTING) / RECTIFYING
  const [up, right] = series(INVERSE, xi, eta)
  const [x, y] = [xi - up, eta - right]
  const tangent = Math.sin(x) / Math.hypot(Math.sinh(y), Math.cos(x))
  return [meridianOf(zone) + degrees(Math.atan2(Math.sinh(y), Math.cos(x))), degrees(Math.atan(geographic(tangent)))]
}

/** Tangent of the conformal latitude from that of the latitude. */
function conformal(tangent: number): number {
  const sigma = Math.sinh(E * Math.atanh((E * tangent) / Math.hypot(1, tangent)))
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent)
}

/** The other way round, by Newton's method. */
function geographic(wanted: number): number {
  let tangent = wanted / (1 - E2)
  for (let turn = 0; turn < 5; turn++) {
    const now = conformal(tangent)
    tangent += ((wanted - now) * (1 + (1 - E2) * tangent ** 2)) / ((1 - E2) * Math.hypot(1, tangent) * Math.hypot(1, now))
  }
  return tangent
}

function series(terms: number[], xi: number, eta: number): [number, number] {
  return terms.reduce<[number, number]>(
    ([up, right], term, i) => {
      const twice = 2 * (i + 1)
      return [up + term * Math.sin(twice * xi) * Math.cosh(twice * eta), right + term * Math.cos(twice * xi) * Math.sinh(twice * eta)]
    },
    [0, 0],
  )
}
