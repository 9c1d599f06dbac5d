import type { Place } from '@/api/narrow'
import { A, B, F, radians } from './ellipsoid'

/** The shortest way between two places on the ellipsoid: its length in metres, and where it sets out to, radians from north. */
export interface Geodesic {
  metres: number
  azimuth: number
}

const TURNS = 200
const NEAR = 1e-13

/** Vincenty's inverse solution (1975). Null for places on opposite sides of the earth, where it finds no end. */
export function geodesicBetween([lon1, lat1]: Place, [lon2, lat2]: Place): Geodesic | null {
  const l = radians(within180(lon2 - lon1))
  const u1 = reduced(radians(lat1))
  const u2 = reduced(radians(lat2))
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  let lambda = l
  for (let turn = 0; turn < TURNS; turn++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)]
    const east = c2 * sl
    const north = c1 * s2 - s1 * c2 * cl
    const sinSigma = Math.hypot(east, north)
    if (sinSigma === 0) return { metres: 0, azimuth: 0 }
    const cosSigma = s1 * s2 + c1 * c2 * cl
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (c1 * c2 * sl) / sinSigma
    const cosSqAlpha = 1 - sinAlpha ** 2
    const cosMiddle = cosSqAlpha < 1e-15 ? 0 : cosSigma - (2 * s1 * s2) / cosSqAlpha
    const next = l + longitudeGain(sinAlpha, cosSqAlpha, sigma, sinSigma, cosSigma, cosMiddle)
    if (Math.abs(next - lambda) < NEAR) {
      const [a, b] = seriesOf(cosSqAlpha)
      return { metres: B * a * (sigma - arcTerm(b, sinSigma, cosSigma, cosMiddle)), azimuth: Math.atan2(east, north) }
    }
    lambda = next
  }
  return null
}

/** A place on a geodesic as seen from its start: latitude, and azimuth there, radians. */
export interface OnGeodesic {
  latitude: number
  azimuth: number
}

/** Vincenty's direct solution: what is met so many metres along a geodesic. */
export function alongGeodesic([, lat]: Place, { azimuth }: Geodesic, metres: number): OnGeodesic {
  const u1 = reduced(radians(lat))
  const [s1, c1, sa, ca] = [Math.sin(u1), Math.cos(u1), Math.sin(azimuth), Math.cos(azimuth)]
  const sigma1 = Math.atan2(s1, c1 * ca)
  const sinAlpha = c1 * sa
  const [a, b] = seriesOf(1 - sinAlpha ** 2)
  let sigma = metres / (B * a)
  for (let turn = 0; turn < TURNS; turn++) {
    const next = metres / (B * a) + arcTerm(b, Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma))
    const settled = Math.abs(next - sigma) < NEAR
    sigma = next
    if (settled) break
  }
  const [ss, cs] = [Math.sin(sigma), Math.cos(sigma)]
  const north = c1 * cs * ca - s1 * ss
  return {
    latitude: Math.atan2(s1 * cs + c1 * ss * ca, (1 - F) * Math.hypot(sinAlpha, north)),
    azimuth: Math.atan2(sinAlpha, north),
  }
}

const reduced = (latitude: number) => Math.atan((1 - F) * Math.tan(latitude))

/** The way round that is at most half of the earth. */
export const within180 = (degrees: number) => degrees - 360 * Math.round(degrees / 360)

function longitudeGain(sinAlpha: number, cosSqAlpha: number, sigma: number, sinSigma: number, cosSigma: number, cosMiddle: number): number {
  const c = (F / 16) * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha))
  return (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1)))
}

function seriesOf(cosSqAlpha: number): [number, number] {
  const u = (cosSqAlpha * (A ** 2 - B ** 2)) / B ** 2
  return [1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u))), (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)))]
}

function arcTerm(b: number, sin: number, cos: number, cosMiddle: number): number {
  const inner = cos * (2 * cosMiddle ** 2 - 1) - (b / 6) * cosMiddle * (4 * sin ** 2 - 3) * (4 * cosMiddle ** 2 - 3)
  return b * sin * (cosMiddle + (b / 4) * inner)
}
