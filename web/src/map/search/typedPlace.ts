import type { Place } from '@/api/narrow'
import { FIRST_ZONE, LAST_ZONE, unproject, zoneOf } from '@/geodesy/gaussKrueger'
import { BETWEEN } from '@/i18n/coordinateWords'
import { readCoordinates } from '@/impact/coordinates'

/** Northings from 9° to 60° N, eastings within a zone, and eastings that begin with the number of their zone. */
const isNorthing = (n: number) => n > 1_000_000 && n < 6_700_000
const isEasting = (n: number) => n > 100_000 && n < 900_000
const zoneBefore = (n: number) => Math.floor(n / 1_000_000)
const isZoned = (n: number) => zoneBefore(n) >= FIRST_ZONE && zoneBefore(n) <= LAST_ZONE && isEasting(n % 1_000_000)

const NAMED = '(?:[XYNE]\\s*[=:]?\\s*)?(\\d{6,8}(?:\\.\\d+)?)\\s*m?'
const PLANE = new RegExp(`^\\s*${NAMED}${BETWEEN}${NAMED}\\s*$`, 'i')

/**
 * The place that somebody typed: degrees in any usual form, or coordinates of a 3-degree Gauss-Krüger zone in either order, with the zone's number
 * before the easting or, without it, in the zone of `near`. Null for other words.
 */
export function placeIn(text: string, near: Place): Place | null {
  const [place, ...others] = readCoordinates(text).places
  return place && others.length === 0 ? place : planePlace(text, near)
}

function planePlace(text: string, near: Place): Place | null {
  const match = PLANE.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  const pair = ordered(first, second)
  if (!pair) return null
  const { northing, easting } = pair
  const zone = isZoned(easting) ? zoneBefore(easting) : zoneOf(near[0])
  return zone === null ? null : unproject({ zone, northing, easting: easting % 1_000_000 })
}

/** The easting is the one with a zone's number, else the one that fits into a zone. */
function ordered(first: number, second: number): { northing: number; easting: number } | null {
  if (isNorthing(first) && isZoned(second)) return { northing: first, easting: second }
  if (isNorthing(second) && isZoned(first)) return { northing: second, easting: first }
  if (isNorthing(first) && isEasting(second)) return { northing: first, easting: second }
  if (isNorthing(second) && isEasting(first)) return { northing: second, easting: first }
  return null
}
