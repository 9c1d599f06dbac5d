import { describe, expect, it } from 'vitest'
import { readOutfallPlaces } from '@/api/outfalls'
import { arcsOf, countOf, radiusOf } from './outfallClusters'

describe('a cluster of outfalls', () => {
  it('is a ring of its states that is whole', () => {
    const arcs = arcsOf({ planned: 1, remediating: 2, 'written-off': 1 })
    expect(arcs.map(({ state }) => state)).toEqual(['planned', 'remediating', 'written-off'])
    expect(arcs.map(({ from, to }) => (to - from) / Math.PI)).toEqual([0.5, 1, 0.5].map((share) => expect.closeTo(share, 9)))
    expect(arcs[0]?.from).toBeCloseTo(-Math.PI / 2, 9)
  })

  it('is wider the more they are, within bounds, and says how many in few letters', () => {
    expect([1, 10, 1000, 10_000_000].map(radiusOf)).toEqual([14, 16.5, 21.5, 22])
    expect([7, 9999, 12_400].map(countOf)).toEqual(['7', '9999', '12k'])
  })

  it('is read with the box that it lies in', () => {
    const cluster = { lon: 118.7, lat: 24.7, bbox: [118.6, 24.6, 118.8, 24.8], outfalls: 700, exceeding: 3, overdue: 1, states: { planned: 700 } }
    expect(readOutfallPlaces({ matching: 700, outfalls: [], clusters: [cluster] }).clusters).toEqual([
      { lon: 118.7, lat: 24.7, bbox: [118.6, 24.6, 118.8, 24.8], outfalls: 700, exceeding: 3, states: { planned: 700 } },
    ])
  })
})
