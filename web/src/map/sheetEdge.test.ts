import { describe, expect, it } from 'vitest'
import { pieces } from './sheetEdge'

const sheet = [0, 0, 100, 100]

describe('the shore of the base map', () => {
  it('leaves out the cut at the border of the sheet', () => {
    const ring = [[0, 20], [50, 30], [60, 100], [0, 100], [0, 20]]
    expect(pieces(ring, sheet)).toEqual([[[0, 20], [50, 30], [60, 100]]])
  })

  it('keeps an island whole, also one that touches the border in a point', () => {
    const ring = [[0, 20], [10, 10], [20, 20], [0, 20]]
    expect(pieces(ring, sheet)).toEqual([ring])
  })
})
