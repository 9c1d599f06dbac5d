import { describe, expect, it } from 'vitest'
import type { ImpactReport, Judgement, LayerHits } from '@/api/impactReport'
import { hitGroups, hitsOfRule, unmet } from './hitGroups'

const text = { zh: '', en: '' }
const met = (layer: string, ids: string[], distanceM: number | null = null): LayerHits => ({
  layer, title: text, revision: 1, hitCount: ids.length, lengthM: 0, areaM2: 0, touching: [],
  hits: ids.map((id) => ({ id, name: id, values: {}, lengthM: 0, areaM2: 1, geometry: { type: 'Point', coordinates: [0, 0] } })),
  nearest: distanceM === null ? null : { id: 'n', name: 'n', values: {}, distanceM },
})
const rule = (layer: string | null, features: string[]): Judgement => ({
  rule: 'r', verdict: 'prohibited', verdictLabel: text, title: text, document: text, clause: text, inForceFrom: '', says: text, because: { layer, features },
})
const layers = [met('regions', ['c', 't']), met('beaches', ['b']), met('wetlands', [], 900), met('red-lines', ['x', 'y']), met('rivers', [], 20), met('markers', [])]
const report = { layers, rules: [rule('red-lines', ['y']), rule(null, [])] } as unknown as ImpactReport

describe('hits of a report', () => {
  it('come with those that a rule speaks of first and the regions last, numbered through but for the regions', () => {
    const groups = hitGroups(report)
    expect(groups.map((g) => g.met.layer)).toEqual(['red-lines', 'beaches', 'regions'])
    expect(groups.flatMap((g) => g.hits.map((h) => h.number))).toEqual([1, 2, 3, null, null])
  })

  it('are told of each rule', () => {
    const groups = hitGroups(report)
    expect(report.rules.map((r) => hitsOfRule(r, groups).map((h) => h.number))).toEqual([[2], []])
  })

  it('leave the layers that are not met, the nearest first', () => {
    expect(unmet(report).map((m) => m.layer)).toEqual(['rivers', 'wetlands'])
  })
})
