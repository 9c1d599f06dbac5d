import { describe, expect, it } from 'vitest'
import { barsOf } from './bars'

const value = (date: string, number: number | null) => ({ date, value: number, text: null, origin: 'plan' as const, source: '', note: '' })

describe('bars of an indicator', () => {
  it('are as long as their values, the longest as wide as there is room', () => {
    const { bars, targetPercent } = barsOf({ series: [value('2020-12-31', 40), value('2021-12-31', null), value('2025-12-31', 60)], target: { printed: '80', number: 80, text: null } })
    expect(bars.map((bar) => bar.percent)).toEqual([50, 75])
    expect(targetPercent).toBe(100)
  })

  it('stand nothing where all is zero', () => {
    expect(barsOf({ series: [value('2020-12-31', 0)], target: { printed: '0', number: 0, text: null } })).toMatchObject({ bars: [{ percent: 0 }], targetPercent: 0 })
  })
})
