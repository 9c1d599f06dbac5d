import { describe, expect, it } from 'vitest'
import { readCoordinates, writeCoordinates } from './coordinates'

const only = (line: string) => {
  const { places, faults } = readCoordinates(line)
  expect(faults, line).toEqual([])
  return places[0]?.map((n) => Number(n.toFixed(6)))
}

describe('typed coordinates', () => {
  it('are decimal degrees, however they are parted', () => {
    for (const line of ['118.7321, 24.7415', '118.7321 24.7415', '118.7321\t24.7415', '118.7321，24.7415', '(118.7321、24.7415)', '118.7321°E 24.7415°N', 'E118.7321,N24.7415', '东经118.7321 北纬24.7415']) {
      expect(only(line), line).toEqual([118.7321, 24.7415])
    }
  })

  it('are degrees, minutes and seconds', () => {
    for (const line of [
      '118°43′55.56″ 24°44′29.4″',
      '118°43\'55.56"E, 24°44\'29.4"N',
      "118°43'55.56''E 24°44'29.4''N",
      '118度43分55.56秒，24度44分29.4秒',
      '东经118°43′55.56″ 北纬24°44′29.4″',
      '北纬24°44′29.4″，东经118°43′55.56″',
      '118 43 55.56 24 44 29.4',
    ]) {
      expect(only(line), line).toEqual([118.7321, 24.7415])
    }
    expect(only('118°30′ 24°15′')).toEqual([118.5, 24.25])
  })

  it('are longitude first unless they can only mean the other', () => {
    expect(only('24.7415, 118.7321')).toEqual([118.7321, 24.7415])
    expect(only('24.7415N 118.7321E')).toEqual([118.7321, 24.7415])
    expect(only('30 40')).toEqual([30, 40])
    expect(only('10S 20W')).toEqual([-20, -10])
    expect(only('-118.5 -24.5')).toEqual([-118.5, -24.5])
  })

  it('may bear the numbers of a table of corners', () => {
    expect(readCoordinates('1 118.7 24.7\n\n2, 118.8, 24.8\n').places).toEqual([[118.7, 24.7], [118.8, 24.8]])
    expect(readCoordinates('7 118.7 24.7').faults).toEqual([{ line: 1, text: '7 118.7 24.7' }])
  })

  it('tell the lines that cannot be read', () => {
    const read = readCoordinates('118.7 24.7\nhere\n118.7\n200 24\n118°70′ 24°10′\n118.7N 24.7N\n2736000.5 39572000.1')
    expect(read.places).toHaveLength(1)
    expect(read.faults.map((f) => f.line)).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('are written as they are read', () => {
    const places = [[118.7, 24.7], [118.8, 24.8]] as [number, number][]
    expect(readCoordinates(writeCoordinates(places))).toEqual({ places, faults: [] })
  })
})
