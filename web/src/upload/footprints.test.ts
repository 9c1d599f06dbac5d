import { describe, expect, it } from 'vitest'
import { readPart } from '@/api/parts'
import { around, footprintsOf, placedOf } from './footprints'

const part = readPart(
  {
    index: 0,
    sourceName: 'AX2020',
    format: 'shapefile',
    bbox: [118.6, 24.6, 118.8, 24.8],
    crs: {
      code: 'EPSG:4528',
      how: 'guessed',
      alternatives: [
        { code: 'EPSG:4528', bbox: [118.6, 24.6, 118.8, 24.8], distanceM: 0 },
        { code: 'EPSG:4527', bbox: [115.6, 24.6, 115.8, 24.8], distanceM: 280000 },
        { code: 'EPSG:9999', distanceM: null },
      ],
    },
    fields: [],
  },
  '$',
)

describe('footprints of a hand-in', () => {
  it('lie where the layers lie while nothing is compared', () => {
    expect(footprintsOf([part], null)).toEqual([{ bbox: part.bbox, number: '', lit: false }])
    expect(footprintsOf([{ ...part, ignored: true }], null)).toEqual([])
  })

  it('are those of all candidates while coordinate systems are compared, numbered as in the list', () => {
    expect(placedOf(part)).toHaveLength(2)
    expect(footprintsOf([part], { part: 0, code: 'EPSG:4527' }).map(({ number, lit }) => [number, lit])).toEqual([
      ['1', false],
      ['2', true],
    ])
    expect(footprintsOf([part], { part: 1, code: null })).toHaveLength(1)
  })

  it('are looked at together with home', () => {
    expect(around([115, 24, 116, 25], [118, 23, 119, 24])).toEqual([115, 23, 119, 25])
    expect(around([115, 24, 116, 25], null)).toEqual([115, 24, 116, 25])
  })
})
