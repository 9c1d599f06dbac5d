import { describe, expect, it } from 'vitest'
import { readWhere, sent } from '@/api/scenario'
import { draftOf, effectsOf, EMPTY, fits, inputOf, nextId, widthIn, withEffect, type Measure } from './draft'

const area = { kind: 'area' as const, geometry: { type: 'Polygon' as const, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }
const line = { kind: 'line' as const, geometry: { type: 'LineString' as const, coordinates: [[0, 0], [1, 1]] }, widthM: 12 }
const named = { kind: 'segments' as const, segments: ['A@2020', 'B@2020'] }
const measure = (id: number, effect: Measure['effect'], on = true): Measure => ({ id, name: `m${id}`, effect, type2: 'port', on, where: area })
const basis = { year: 2020, rules: 'national-2017', target: null }
const site = (name: string) => ({ name, coastM: 1, changedM: 1, naturalM: 1 })

describe('a scenario that is worked on', () => {
  const measures = [measure(1, 'restoration'), measure(2, 'artificial'), measure(3, 'reclaim', false), measure(4, 'reclaim')]

  it('asks about the measures that are switched on', () => {
    const input = inputOf({ ...EMPTY, name: ' plan ', measures }, basis)
    expect(input.name).toBe('plan')
    expect(input.footprints.map((one) => [one.name, one.effect])).toEqual([['m2', 'artificial'], ['m4', 'reclaim']])
    expect(input.restorations.map((one) => one.name)).toEqual(['m1'])
  })

  it('finds the effect of each measure in the order of the answer', () => {
    const effects = effectsOf(measures, [site('m2'), site('m4'), site('m1')])
    expect([...effects].map(([id, one]) => [id, one.name])).toEqual([[2, 'm2'], [4, 'm4'], [1, 'm1']])
  })

  it('comes back from a kept one', () => {
    const draft = draftOf('s-1', inputOf({ ...EMPTY, name: 'plan', measures }, basis))
    expect(draft.base).toBe('s-1')
    expect(draft.measures.map((one) => [one.id, one.name, one.effect, one.on])).toEqual([
      [1, 'm2', 'artificial', true],
      [2, 'm4', 'reclaim', true],
      [3, 'm1', 'restoration', true],
    ])
    expect(nextId(draft.measures)).toBe(4)
  })

  it('lies where it lay, once it was sent', () => {
    for (const where of [area, line, named]) expect(readWhere(sent({ name: 'm', where }), '$')).toEqual(where)
    expect(sent({ name: 'm', where: line })).toEqual({ name: 'm', geometry: line.geometry, widthM: 12 })
    expect(() => readWhere({ geometry: line.geometry }, '$')).toThrow('$.widthM')
  })

  it('makes coast of another type when it does something else', () => {
    expect(withEffect(measure(1, 'artificial'), 'reclaim')).toEqual({ effect: 'reclaim' })
    expect(withEffect(measure(1, 'artificial'), 'restoration')).toEqual({ effect: 'restoration', type2: 'restored' })
    expect(withEffect({ ...measure(1, 'restoration'), type2: 'reserve' }, 'artificial')).toEqual({ effect: 'artificial', type2: 'other' })
  })

  it('takes only what the server can lay out', () => {
    expect([0, 0.5, 7.5, 9000, NaN].map(widthIn)).toEqual([1, 1, 7.5, 2000, 30])
    expect(fits('reclaim', 'segments')).toBe(false)
    expect(fits('restoration', 'segments')).toBe(true)
  })
})
