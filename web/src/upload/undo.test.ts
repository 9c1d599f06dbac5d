import { describe, expect, it } from 'vitest'
import { readPart } from '@/api/parts'
import { takenBack } from './undo'

const part = readPart(
  {
    index: 2,
    sourceName: 'AX2020',
    format: 'shapefile',
    layer: 'coastline',
    year: 2020,
    mode: 'upsert',
    repairs: ['snap'],
    crs: { code: 'EPSG:4528', how: 'guessed' },
    encoding: { charset: 'GB18030' },
    fields: [
      { name: 'YJLX', mappedTo: 'type1' },
      { name: 'BZ', mappedTo: null },
    ],
  },
  '$',
)

describe('taking a choice back', () => {
  it('brings back what was there before', () => {
    expect(takenBack(part, { mapping: { YJLX: '', BZ: 'type1' } })).toEqual({
      what: 'mapping',
      part: 'AX2020',
      back: { index: 2, mapping: { YJLX: 'type1', BZ: '' } },
    })
    expect(takenBack(part, { repairs: [] })?.back).toEqual({ index: 2, repairs: ['snap'] })
    expect(takenBack(part, { mode: 'append' })?.back).toEqual({ index: 2, mode: 'upsert' })
  })

  it('brings the mapping back with the layer', () => {
    expect(takenBack(part, { layer: 'red-lines' })?.back).toEqual({ index: 2, layer: 'coastline', year: 2020, mapping: { YJLX: 'type1', BZ: '' }, codes: {} })
  })

  it('is not possible where there was nothing, nor of a coordinate system', () => {
    expect(takenBack({ ...part, layer: null }, { layer: 'coastline' })).toBeNull()
    expect(takenBack(part, { crs: 'EPSG:4527' })).toBeNull()
  })
})
