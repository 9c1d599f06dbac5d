import { describe, expect, it } from 'vitest'
import { movedBy, percentAt, pixelOf } from './swipeRange'

const free = { left: 400, right: 1000 }

describe('the line between two surveys', () => {
  it('stays on the free map', () => {
    expect(pixelOf(50, free)).toBe(700)
    expect([0, 700, 2000].map((x) => percentAt(x, free))).toEqual([0, 50, 100])
  })

  it('moves by keys, and not beyond its ends', () => {
    expect(['ArrowLeft', 'End', 'PageUp', 'x'].map((key) => movedBy(key, 95))).toEqual([93, 100, 100, null])
  })
})
