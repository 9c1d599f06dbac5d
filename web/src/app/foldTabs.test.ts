import { describe, expect, it } from 'vitest'
import { foldTabs } from './foldTabs'

const twelve = Array.from({ length: 12 }, () => 60)

describe('tabs that do not fit', () => {
  it('stay in the bar while all fit', () => {
    expect(foldTabs(twelve, 720, 50, 0)).toEqual({ bar: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], rest: [] })
  })

  it('go behind the button, the last ones first', () => {
    expect(foldTabs(twelve, 300, 50, 0)).toEqual({ bar: [0, 1, 2, 3], rest: [4, 5, 6, 7, 8, 9, 10, 11] })
  })

  it('leave the chosen one its place', () => {
    const { bar, rest } = foldTabs(twelve, 300, 50, 9)
    expect(bar).toEqual([0, 1, 2, 9])
    expect(rest).not.toContain(9)
    expect(bar.length + rest.length).toBe(12)
  })

  it('show the chosen one even where nothing fits', () => {
    expect(foldTabs(twelve, 40, 50, 3).bar).toEqual([3])
  })
})
