import { describe, expect, it } from 'vitest'
import { readChange, readReaches } from './change'
import { readImpactReport } from './impactReaders'
import { ShapeError } from './narrow'

const text = { zh: '', en: '' }
const report = {
  activity: { code: 'construction', label: text }, day: '2025-06-01', verdict: 'allowed', verdictLabel: text, footprint: { lengthM: 0, areaM2: 1 },
  rules: [], layers: [], coast: null, nearM: 500, outfallsNear: [], ruleSets: { national: 1 }, lengthMethod: 'm', revisions: {}, warnings: [],
}

describe('a report of the impact check', () => {
  it('may have no coast where there is no survey', () => {
    expect(readImpactReport(report).coast).toBeNull()
  })

  it('is refused with the place where it is not as promised', () => {
    expect(() => readImpactReport({ ...report, verdict: 'maybe' })).toThrow(new ShapeError('$.verdict', 'allowed|conditional|restricted|prohibited'))
    expect(() => readImpactReport({ ...report, footprint: { lengthM: '0' } })).toThrow('$.footprint.lengthM')
  })
})

describe('a change of the coast', () => {
  const sums = { changedM: 1, naturalLostM: 1, naturalGainedM: 0, goneM: 0, newM: 0, cells: [{ from: null, to: { type1: 'natural', type2: '' }, lengthM: 2 }] }

  it('tells no coast by null', () => {
    const change = readChange({ fromYear: 2015, toYear: 2020, total: sums, rows: [{ ...sums, code: 'a', name: 'A' }], unassigned: sums })
    expect(change.total.cells[0]?.from).toBeNull()
    expect(change.rows[0]?.name).toBe('A')
  })

  it('has reaches with their shapes', () => {
    const geometry = { type: 'LineString', coordinates: [[1, 2], [3, 4]] }
    const feature = { type: 'Feature', geometry, properties: { segment: 's', from: { type1: 'natural', type2: 'sandy' }, to: null, lengthM: 5 } }
    expect(readReaches({ type: 'FeatureCollection', features: [feature] })).toEqual([
      { segment: 's', region: null, from: { type1: 'natural', type2: 'sandy' }, to: null, lengthM: 5, geometry },
    ])
  })
})
