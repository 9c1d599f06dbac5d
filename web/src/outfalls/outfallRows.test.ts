import { describe, expect, it } from 'vitest'
import { readOutfall } from '@/api/outfalls'
import { outfallRows, ROWS_AT_ONCE } from './outfallRows'

const outfalls = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => readOutfall({ code: `P${from + i}`, lon: 118.7, lat: 24.7 }, '$'))

const server = () => {
  const asked: number[] = []
  const rows = outfallRows((offset, limit) => {
    asked.push(offset)
    return Promise.resolve({ list: outfalls(offset, limit), matching: 100_000 })
  })
  rows.begin({ list: outfalls(0, 2 * ROWS_AT_ONCE), matching: 100_000 })
  return { asked, rows }
}

describe('rows of a long list', () => {
  it('are fetched where they come into sight, each part once', async () => {
    const { asked, rows } = server()
    expect(rows.at(199)?.code).toBe('P199')
    expect(rows.at(54_321)).toBeNull()
    await Promise.all([rows.need(54_290, 54_330), rows.need(54_295, 54_335)])
    await rows.need(54_290, 54_330)
    expect(asked).toEqual([54_200, 54_300])
    expect(rows.at(54_321)?.code).toBe('P54321')
    expect(rows.at(54_299)?.code).toBe('P54299')
  })

  it('that come too late for another list are left out', async () => {
    const { rows } = server()
    const late = rows.need(500, 510)
    rows.begin({ list: outfalls(7000, 100), matching: 900 })
    await late
    expect(rows.at(0)?.code).toBe('P7000')
    expect(rows.at(505)).toBeNull()
  })

  it('that failed are asked for again', async () => {
    let fails = true
    const rows = outfallRows((offset, limit) => (fails ? Promise.reject(new Error('network')) : Promise.resolve({ list: outfalls(offset, limit), matching: 900 })))
    await expect(rows.need(300, 310)).rejects.toThrow('network')
    fails = false
    await rows.need(300, 310)
    expect(rows.at(300)?.code).toBe('P300')
  })
})
