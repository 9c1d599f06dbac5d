import { expect, it } from 'vitest'
import { factsOf, type Names } from './caseFacts'

const names: Names = {
  parameter: (code) => code.toUpperCase(),
  type: (kind) => kind?.type2 ?? '–',
  layer: (id) => id,
  word: (group, code) => `${group}:${code}`,
}
const told = (source: 'exceedance' | 'revision' | 'manual', facts: Record<string, unknown>) =>
  Object.fromEntries(factsOf({ source, facts }, names).map(({ term, text }) => [term, text]))

it('tells the value, the limit and the standard of a reading', () => {
  const facts = { outfall: 'FJ-1', day: '2025-11-21', parameter: 'tp', valueMgL: 0.906, limitMgL: 0.5, standard: 'GB 4287-2012' }
  expect(told('exceedance', facts)).toEqual({ outfall: 'FJ-1', sampled: '2025-11-21', value: 'TP 0.906 mg/L', limit: '0.5 mg/L · GB 4287-2012' })
})

it('tells of a comparison what became of what, and leaves out what it has no figure of', () => {
  const coast = { layer: 'coastline', fromRevision: 4, toRevision: 9, year: 2020, change: 'natural-lost', from: { type1: 'natural', type2: 'sandy' }, to: { type1: 'artificial', type2: 'dyke' }, lengthM: 1234.5, areaM2: 0 }
  expect(told('revision', coast)).toEqual({ revisions: 'coastline r4 → r9', year: '2020', change: 'change:natural-lost', types: 'sandy → dyke', length: '1.235 km' })
  expect(told('revision', { layer: 'red-lines', fromRevision: 1, toRevision: 2, change: 'area-lost', areaM2: 20_000 })).toEqual({
    revisions: 'red-lines r1 → r2', change: 'change:area-lost', area: '2.00 ha',
  })
})

it('has nothing to tell of what somebody saw', () => expect(told('manual', {})).toEqual({}))
