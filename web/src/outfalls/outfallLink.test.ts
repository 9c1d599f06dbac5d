import { describe, expect, it } from 'vitest'
import { readOutfall } from '@/api/outfalls'
import { ALL_OUTFALLS, filterOf, formatFilter, inOrder, parseFilter, parseOrder } from './outfallLink'

const outfall = (code: string, state: string, exceedances: number) =>
  readOutfall({ code, name: code, town: '蚶江镇', state, exceeding: exceedances > 2, exceedances, lon: 118.7, lat: 24.7 }, '$')

describe('the filter of outfalls', () => {
  it('comes back from the address as it was, commas in typed words too', () => {
    const filter = { ...ALL_OUTFALLS, state: 'written-off', town: '350581102', exceeding: true, text: '某厂, 2.号' }
    expect(parseFilter(formatFilter(filter))).toEqual(filter)
    expect(formatFilter({ ...ALL_OUTFALLS, state: 'planned', overdue: true })).toBe('state.planned,overdue')
  })

  it('is nothing where nothing is chosen, and leaves out what it does not know', () => {
    expect(formatFilter(ALL_OUTFALLS)).toBeNull()
    expect(parseFilter('colour.red,exceeding')).toEqual({ ...ALL_OUTFALLS, exceeding: true })
  })

  it('leaves the outfalls of a row, where the list can be asked for them', () => {
    expect(filterOf('bay', 'QZW')).toEqual({ ...ALL_OUTFALLS, bay: 'QZW' })
    expect(filterOf('treatment', 'merge')).toBeNull()
    expect(filterOf('town', '')).toBeNull()
  })
})

describe('the order of outfalls', () => {
  const list = [outfall('B', 'planned', 1), outfall('A', 'surveyed', 3), outfall('C', 'planned', 0)]
  const codes = (word: string | null) => inOrder(list, parseOrder(word), ['surveyed', 'planned']).map((one) => one.code)

  it('is by name, by the work, or by what is above limits', () => {
    expect(codes(null)).toEqual(['A', 'B', 'C'])
    expect(codes('-state')).toEqual(['B', 'C', 'A'])
    expect(codes('-exceedances')).toEqual(['A', 'B', 'C'])
    expect(codes('size')).toEqual(['A', 'B', 'C'])
  })
})
