import type { LineString, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { carriedAlong, cutArea, cutLine, joinAreas, joinLines, like, rounded, single, splitAt } from './shapes'

const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates })
const area = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const box = (w: number, s: number, e: number, n: number): Position[] => [[w, s], [e, s], [e, n], [w, n], [w, s]]

describe('a line', () => {
  const bent = line([0, 0], [2, 0], [2, 2])

  it('is split at a place beside it, at a vertex too, and not at its ends', () => {
    expect(splitAt(bent, [1, 0.1])).toEqual([line([0, 0], [1, 0]), line([1, 0], [2, 0], [2, 2])])
    expect(splitAt(bent, [2.1, -0.1])).toEqual([line([0, 0], [2, 0]), line([2, 0], [2, 2])])
    expect(splitAt(bent, [-1, 0])).toBeNull()
  })

  it('is cut wherever it is crossed', () => {
    expect(cutLine(bent, line([1, -1], [1, 1], [3, 1]))).toEqual([line([0, 0], [1, 0]), line([1, 0], [2, 0], [2, 1]), line([2, 1], [2, 2])])
    expect(cutLine(bent, line([5, 5], [6, 6]))).toBeNull()
  })

  it('is joined with one that meets it, whichever way that runs', () => {
    const whole = line([0, 0], [1, 0], [2, 0])
    const one = line([0, 0], [1, 0])
    expect(joinLines(one, line([1, 0], [2, 0]))).toEqual(whole)
    expect(joinLines(one, line([2, 0], [1, 0]))).toEqual(whole)
    expect(joinLines(line([1, 0], [2, 0]), one)).toEqual(whole)
    expect(joinLines(one, line([5, 0], [6, 0]))).toBeNull()
  })
})

describe('an area', () => {
  it('is cut by a line across, holes staying where they are', () => {
    const hole = box(0.2, 0.2, 0.4, 0.4)
    const parts = cutArea(area(box(0, 0, 2, 1), hole), line([1, -1], [1, 0.5], [1, 2]))
    expect(parts?.map((p) => p.coordinates.length).sort()).toEqual([1, 2])
    expect(parts?.map((p) => p.coordinates[0]?.length)).toEqual([6, 6])
    expect(joinAreas(parts?.[0] ?? area(), parts?.[1] ?? area())?.coordinates).toHaveLength(2)
  })

  it('is not cut by a line that ends in it or meets a hole', () => {
    expect(cutArea(area(box(0, 0, 2, 1)), line([1, -1], [1, 0.5]))).toBeNull()
    expect(cutArea(area(box(0, 0, 2, 1), box(0.8, 0.2, 1.2, 0.4)), line([1, -1], [1, 2]))).toBeNull()
  })

  it('is joined along a shared border only', () => {
    const joined = joinAreas(area(box(0, 0, 1, 1)), area(box(1, 0, 2, 1).reverse()))
    expect(joined?.coordinates).toHaveLength(1)
    expect(joined?.coordinates[0]).toHaveLength(7)
    expect(joinAreas(area(box(0, 0, 1, 1)), area(box(1, 1, 2, 2)))).toBeNull()
  })
})

describe('vertices', () => {
  it('have the decimals of the server', () => {
    expect(rounded(line([118.123456789, 24.00000004], [1, 2]))).toEqual(line([118.1234568, 24], [1, 2]))
  })

  it('carry those of a neighbour along', () => {
    expect(carriedAlong(line([0, 0], [1, 0]), line([0, 0], [1, 1]), line([1, 0], [2, 0]))).toEqual(line([1, 1], [2, 0]))
    expect(carriedAlong(line([0, 0], [1, 0]), line([0, 0], [1, 1]), line([5, 0], [2, 0]))).toBeNull()
    expect(carriedAlong(line([0, 0], [1, 0]), line([0, 0], [0.5, 0], [1, 0]), line([1, 0], [2, 0]))).toBeNull()
  })

  it('are those of one piece, kept as several where the layer has them so', () => {
    const multi = { type: 'MultiLineString' as const, coordinates: [[[0, 0], [1, 0]]] }
    const one = single(multi)
    expect(one).toEqual(line([0, 0], [1, 0]))
    expect(one && like(multi, one)).toEqual(multi)
    expect(single({ type: 'Point', coordinates: [0, 0] })).toBeNull()
  })
})
