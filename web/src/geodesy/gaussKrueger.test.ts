import { describe, expect, it } from 'vitest'
import type { Place } from '@/api/narrow'
import { epsgOf, meridianOf, project, unproject, zoneOf } from './gaussKrueger'

/** Expected figures: PROJ, from EPSG:4490 to EPSG:4549 (120° E), 4548 (117° E) and 4546 (111° E). */
const KNOWN: [Place, number, number, number][] = [
  [[118.7321, 24.7415], 40, 371732.03613499, 2738013.91945767],
  [[122.05, 37.41], 40, 681499.741345229, 4143986.44215024],
  [[118.7321, 24.7415], 39, 675237.177764272, 2738528.68314392],
  [[117.2, 38.9], 39, 517349.649056252, 4307421.54726519],
  [[110.35, 20.02], 37, 431986.864307365, 2214712.42159837],
]

describe('the Gauss-Krüger projection of CGCS2000', () => {
  it.each(KNOWN)('takes %s into zone %i', (place, zone, easting, northing) => {
    const there = project(place, zone)
    expect(Math.abs(there.easting - easting)).toBeLessThan(1e-4)
    expect(Math.abs(there.northing - northing)).toBeLessThan(1e-4)
  })

  it.each(KNOWN)('brings %s back out of zone %i', (place, zone, easting, northing) => {
    const [lon, lat] = unproject({ zone, easting, northing })
    expect(lon).toBeCloseTo(place[0], 9)
    expect(lat).toBeCloseTo(place[1], 9)
  })

  it('knows the zone of a place and its number in the register', () => {
    expect(zoneOf(118.7321)).toBe(40)
    expect(zoneOf(118.49)).toBe(39)
    expect([epsgOf(40), epsgOf(39), epsgOf(25), epsgOf(45)]).toEqual([4549, 4548, 4534, 4554])
    expect(meridianOf(40)).toBe(120)
    expect([zoneOf(70), zoneOf(140)]).toEqual([null, null])
  })
})
