import type { Place } from '@/api/narrow'
import { BETWEEN, DEGREE, LATITUDE, LONGITUDE, MINUTE, NEGATIVE, SECOND } from '@/i18n/coordinateWords'
import { onEarth } from './siteLink'

export interface TypedPlaces {
  places: Place[]
  /** Lines that could not be read, counted from 1. */
  faults: { line: number; text: string }[]
}

/** Positions as people write them, one a line: decimal degrees, or degrees, minutes and seconds; blank lines say nothing. */
export function readCoordinates(text: string): TypedPlaces {
  const found: TypedPlaces = { places: [], faults: [] }
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return
    const place = readPlace(line, found.places.length + 1)
    if (place) found.places.push(place)
    else found.faults.push({ line: i + 1, text: line.trim() })
  })
  return found
}

interface Angle {
  degrees: number
  axis: 'lon' | 'lat' | null
}

const NUMBER = '[-+−]?\\d+(?:\\.\\d+)?'
const SIGNED = `(${NUMBER})\\s*(?:${DEGREE}\\s*(?:(\\d+(?:\\.\\d+)?)\\s*${MINUTE}\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*${SECOND})?)?`
const ANGLE = new RegExp(`(?:(${LATITUDE}|${LONGITUDE})\\s*)?${SIGNED}(?:\\s*(${LATITUDE}|${LONGITUDE}))?`, 'giy')
const GAP = new RegExp(BETWEEN, 'y')

/** One position; `ordinal` is the number that a table of corners would give it. */
function readPlace(line: string, ordinal: number): Place | null {
  const angles = anglesOf(line.trim())
  if (!angles) return null
  const listed = angles.length % 2 === 1 && angles[0]?.degrees === ordinal && angles[0].axis === null ? angles.slice(1) : angles
  const place = listed.length === 6 ? inOrder(sexagesimal(listed, 0), sexagesimal(listed, 3)) : listed.length === 2 ? inOrder(listed[0], listed[1]) : null
  return place && onEarth(place) ? place : null
}

/** All angles of a line; null where something else stands in it. */
function anglesOf(line: string): Angle[] | null {
  const found: Angle[] = []
  let at = pastGap(line, 0)
  while (at < line.length) {
    ANGLE.lastIndex = at
    const match = ANGLE.exec(line)
    if (!match) return null
    const angle = angleOf(match)
    if (!angle) return null
    found.push(angle)
    at = pastGap(line, ANGLE.lastIndex)
  }
  return found
}

function pastGap(line: string, at: number): number {
  GAP.lastIndex = at
  return GAP.test(line) ? GAP.lastIndex : at
}

function angleOf([, before, whole = '', minutes = '0', seconds = '0', after]: RegExpExecArray): Angle | null {
  const word = before ?? after
  const number = Number(whole.replace('−', '-'))
  const [m, s] = [Number(minutes), Number(seconds)]
  if (m >= 60 || s >= 60) return null
  const size = Math.abs(number) + m / 60 + s / 3600
  const negative = whole.startsWith('-') || whole.startsWith('−') || (word !== undefined && matches(NEGATIVE, word))
  return { degrees: negative ? -size : size, axis: word === undefined ? null : matches(LATITUDE, word) ? 'lat' : 'lon' }
}

const matches = (pattern: string, word: string) => new RegExp(pattern, 'i').test(word)

/** Degrees, minutes and seconds that only blanks part. */
function sexagesimal(angles: Angle[], from: number): Angle | undefined {
  const [d, m, s] = [angles[from], angles[from + 1], angles[from + 2]]
  if (!d || !m || !s || !(m.degrees >= 0 && m.degrees < 60 && s.degrees >= 0 && s.degrees < 60)) return undefined
  return { degrees: d.degrees + Math.sign(d.degrees) * (m.degrees / 60 + s.degrees / 3600), axis: d.axis ?? s.axis }
}

/** Longitude first, unless the words or the numbers can only mean the other order. */
function inOrder(first: Angle | undefined, second: Angle | undefined): Place | null {
  if (!first || !second || (first.axis !== null && first.axis === second.axis)) return null
  const swapped = first.axis === 'lat' || second.axis === 'lon' || (first.axis === null && second.axis === null && Math.abs(second.degrees) > 90)
  return swapped ? [second.degrees, first.degrees] : [first.degrees, second.degrees]
}

/** Places as somebody could have typed them. */
export const writeCoordinates = (places: Place[]): string => places.map((place) => place.map((n) => n.toFixed(7)).join(', ')).join('\n')
