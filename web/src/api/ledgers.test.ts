import { describe, expect, it } from 'vitest'
import { casesPath, readCase } from './cases'
import { readProposals } from './caseProposals'
import { ShapeError } from './narrow'
import { ledgerEntry, permitEntered, signEntered } from './outfallLedger'

const words = { zh: '监控发现', en: 'found' }
const head = { number: '2026-0001', title: '堆放', state: 'found', stateLabel: words, source: 'manual', overdue: false }

describe('problem sites', () => {
  it('are asked for by what is open, overdue, or at one stage', () => {
    expect(['open', 'overdue', 'all', 'rectifying'].map((choice) => casesPath(choice as 'open'))).toEqual([
      '/api/v1/cases?open=true', '/api/v1/cases?overdue=true', '/api/v1/cases', '/api/v1/cases?state=rectifying',
    ])
  })

  it('are read with what may be missing', () => {
    const entry = { number: 1, kind: 'open', on: '2026-01-01', author: 'a', to: 'found', remark: '' }
    const site = readCase({ ...head, geometry: null, bay: null, sourceFacts: {}, hits: [], next: ['handed-over'], entries: [entry] }, '$')
    expect(site).toMatchObject({ stage: 'found', bay: '', deadline: null, next: ['handed-over'] })
    expect(site.entries[0]).toMatchObject({ unit: null, attachments: [] })
  })

  it('name a stage that the page does not know', () => {
    expect(() => readCase({ ...head, state: 'lost', next: [], entries: [] }, '$')).toThrow(ShapeError)
  })
})

it('proposals are read from comparisons and from readings above their limits', () => {
  const geometry = { type: 'LineString', coordinates: [[118, 24], [118, 25]] }
  const ofSurveys = { id: 'a', segment: '350581A001@2015', from: { type1: 'natural', type2: 'sandy' }, to: { type1: 'artificial', type2: 'dyke' }, lengthM: 10, case: '2026-0001', geometry }
  const ofAreas = { id: 'b', change: 'area-gained', feature: 'R-1', name: 'One', lengthM: 0, areaM2: 5, town: { code: '1', name: 'Town' }, case: null, geometry }
  expect(readProposals({ lengthM: 10, proposals: [ofSurveys, ofAreas] }).list).toMatchObject([
    { change: 'natural-lost', feature: '350581A001@2015', name: '350581A001@2015', known: '2026-0001', town: '' },
    { change: 'area-gained', name: 'One', from: null, known: null, town: 'Town' },
  ])
  const parameterName = { zh: '总磷', en: 'Total phosphorus' }
  const ofReadings = { id: 'P@2025-11-21/tp', feature: 'P', name: 'P', sampled: '2025-11-21', parameter: 'tp', parameterName, valueMgL: 0.9, limitMgL: 0.5, case: null, geometry: { type: 'Point', coordinates: [118, 24] } }
  expect(readProposals({ matching: 700, proposals: [ofReadings] })).toMatchObject({ matching: 700, list: [{ reading: { sampled: '2025-11-21', parameter: parameterName, valueMgL: 0.9, limitMgL: 0.5 } }] })
})

describe('entries of an outfall', () => {
  const entered = { number: 3, on: '2025-08-01', at: '2025-08-01T00:00:00Z', author: 'officer', replaced: true }

  it('tell steps and corrections, and leave the others to where they stand', () => {
    const step = { step: 'traced', from: 'monitored', remark: '', attachments: ['a-1'] }
    expect(ledgerEntry({ ...entered, kind: 'step', entry: step }, '$')).toMatchObject({ replaced: true, entry: { kind: 'step', step: { step: 'traced', attachments: ['a-1'] } } })
    expect(ledgerEntry({ ...entered, kind: 'correction', entry: { replaces: 2, reason: 'typo' } }, '$').entry).toEqual({ kind: 'correction', replaces: 2, reason: 'typo', step: null })
    expect(ledgerEntry({ ...entered, kind: 'permit', entry: { number: '1' } }, '$').entry).toEqual({ kind: 'other' })
  })

  it('have blanks where a permit or a sign says nothing', () => {
    expect(permitEntered({ ...entered, kind: 'permit', entry: { number: '1', from: null, to: '2027-01-01' } }, '$').entry).toMatchObject({ number: '1', from: '', to: '2027-01-01', holder: '' })
    expect(signEntered({ ...entered, kind: 'sign', entry: { name: 'S', lon: 118.6, lat: 24.7 } }, '$').entry).toMatchObject({ lon: 118.6, phone: '' })
  })
})
