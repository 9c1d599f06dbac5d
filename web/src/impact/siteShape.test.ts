import { describe, expect, it } from 'vitest'
import { moved, shapeOf, singleShape, sizeOf, type SiteShape } from './siteShape'
import { formatSite, LONGEST_LINK, parseSite } from './siteLink'

const point: SiteShape = { type: 'Point', coordinates: [118.7, 24.7] }
const line: SiteShape = { type: 'LineString', coordinates: [[118.7, 24.7], [118.71, 24.71]] }
const hole = [[118.702, 24.702], [118.703, 24.702], [118.703, 24.703], [118.702, 24.702]]
const area: SiteShape = { type: 'Polygon', coordinates: [[[118.7, 24.7], [118.71, 24.7], [118.71, 24.71], [118.7, 24.7]], hole] }

describe('the shape of a site', () => {
  it('needs as many places as its kind', () => {
    expect(shapeOf('polygon', [[[1, 2], [3, 4]]])).toBeNull()
    expect(shapeOf('line', [[[1, 2]]])).toBeNull()
    expect(shapeOf('point', [])).toBeNull()
    expect(shapeOf('point', [[[1, 2], [3, 4]]])).toBeNull()
  })

  it('is closed once, whether or not its corners come closed', () => {
    const open = shapeOf('polygon', [[[0, 0], [1, 0], [1, 1]]])
    const closed = shapeOf('polygon', [[[0, 0], [1, 0], [1, 1], [0, 0]]])
    expect(open).toEqual(closed)
    expect(open && sizeOf(open)).toBe(3)
  })

  it('is taken from a stored feature of one piece only', () => {
    expect(singleShape({ type: 'MultiPolygon', coordinates: [area.coordinates] })).toEqual(area)
    expect(singleShape({ type: 'MultiPolygon', coordinates: [area.coordinates, area.coordinates] })).toBeNull()
  })

  it('keeps its form when it is moved', () => {
    const there = moved(line, 100, -50)
    expect(there?.type === 'LineString' && there.coordinates).toEqual([[118.7009888, 24.6995508], [118.7109888, 24.7095508]])
  })
})

describe('a shape in the address', () => {
  it('comes back as it was', () => {
    for (const shape of [point, line, area]) expect(parseSite(formatSite(shape) ?? '')).toEqual(shape)
  })

  it('can be read and written by people', () => {
    expect(formatSite(line)).toBe('line,118.7,24.7,118.71,24.71')
  })

  it('is left out where it would be too long', () => {
    const many = Array.from({ length: 200 }, (_, i): [number, number] => [Number((118.123456 + i * 1e-5).toFixed(6)), 24.123456])
    expect(formatSite({ type: 'LineString', coordinates: many })).toBeNull()
    expect(formatSite({ type: 'LineString', coordinates: many.slice(0, 130) })?.length).toBeLessThanOrEqual(LONGEST_LINK)
  })

  it('is nothing where it makes no sense', () => {
    for (const text of ['', 'point', 'point,1', 'point,,', 'point,1,91', 'circle,1,2', 'line,1,2', 'line,1,2;3,4', 'polygon,0,0,1,x,1,1']) {
      expect(parseSite(text), text).toBeNull()
    }
  })
})
