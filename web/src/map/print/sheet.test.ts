import { describe, expect, it } from 'vitest'
import { scaleBar, sheetIn, sizeOf, USUAL_SHEET, wordOfSheet } from './sheet'

describe('a sheet', () => {
  it('has the size of its paper', () => {
    expect(sizeOf('A4', 'landscape')).toEqual([297, 210])
    expect(sizeOf('A3', 'portrait')).toEqual([297, 420])
  })

  it('goes into the address and comes back; what cannot be read there is as usual', () => {
    const sheet = { paper: 'A3', orientation: 'portrait', scale: 50_000 } as const
    expect(wordOfSheet(sheet)).toBe('A3.portrait.50000')
    expect(sheetIn('A3.portrait.50000')).toEqual(sheet)
    expect(sheetIn(wordOfSheet(USUAL_SHEET))).toEqual(USUAL_SHEET)
    expect(sheetIn('A9.sideways.7')).toEqual(USUAL_SHEET)
  })

  it('has a scale bar of a round length that is true on paper', () => {
    expect(scaleBar(50_000)).toEqual({ metres: 2000, millimetres: 40 })
    expect(scaleBar(25_000)).toEqual({ metres: 1000, millimetres: 40 })
    const { metres, millimetres } = scaleBar(63_200)
    expect(metres).toBe(2000)
    expect((millimetres / 1000) * 63_200).toBeCloseTo(2000, 9)
    expect(scaleBar(1_000_000).metres).toBe(20_000)
  })
})
