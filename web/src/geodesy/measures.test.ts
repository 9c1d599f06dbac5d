import { describe, expect, it } from 'vitest'
import type { Place } from '@/api/narrow'
import { geodesicBetween } from './geodesic'
import { areaOf, lengthOf, perimeterOf } from './measures'

/** Expected figures: GeographicLib 2.1 (Karney 2013) on the ellipsoid of CGCS2000. */
describe('lengths on the ellipsoid', () => {
  it.each<[Place, Place, number]>([
    [[118.7321, 24.7415], [118.9, 24.6], 23118.687128233993],
    [[116.4, 39.9], [118.1, 24.5], 1715162.567637862],
    [[118.7, 24.7], [118.7001, 24.7001], 15.003276344941805],
    [[150, -10], [-120, 30], 10563726.37812721],
    [[118.6, 24.74], [118.7, 24.74], 10116.14880807855],
  ])('from %s to %s', (from, to, metres) => {
    expect(Math.abs(lengthOf([from, to]) - metres)).toBeLessThan(1e-3)
    expect(Math.abs(lengthOf([to, from]) - metres)).toBeLessThan(1e-3)
  })

  it('set out where they should', () => {
    const way = geodesicBetween([118.7321, 24.7415], [118.9, 24.6])
    expect(((way?.azimuth ?? 0) * 180) / Math.PI).toBeCloseTo(132.64978441098143, 9)
  })

  it('are nothing for one place, and unknown to the other side of the earth', () => {
    expect(lengthOf([[118, 24]])).toBe(0)
    expect(lengthOf([[118, 24], [118, 24]])).toBe(0)
    expect(lengthOf([[0, 0], [179.7, 0.2]])).toBeNaN()
  })
})

describe('areas on the ellipsoid', () => {
  it.each<[Place[], number, number]>([
    [[[118.655, 24.742], [118.665, 24.742], [118.665, 24.736], [118.655, 24.736]], 672338.8955731392, 3352.4741637336356],
    [[[118, 24], [119.5, 24.2], [119, 25.5], [117.8, 25]], 18783674638.872704, 552302.7463378418],
    [[[170, -10], [-170, -10], [-170, 10], [170, 10]], 4948480469011.2295, 8808314.46212893],
    [[[100, 10], [140, 10], [140, 50], [100, 50]], 16932524134270.02, 16085824.679170376],
  ])('within %s', (corners, squareMetres, metres) => {
    expect(Math.abs(areaOf(corners) / squareMetres - 1)).toBeLessThan(1e-9)
    expect(Math.abs(areaOf([...corners].reverse()) / squareMetres - 1)).toBeLessThan(1e-9)
    expect(Math.abs(perimeterOf(corners) - metres)).toBeLessThan(1e-2)
  })

  it('are nothing without corners', () => {
    expect(areaOf([])).toBe(0)
    expect(areaOf([[118, 24], [119, 24]])).toBeCloseTo(0, 3)
  })
})
