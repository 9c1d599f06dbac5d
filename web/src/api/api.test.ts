import { describe, expect, it } from 'vitest'
import { readCatalog } from './catalog'
import { readChange, readEffect, readFinding } from './checks'
import { readPage } from './features'
import { withQuery } from './http'
import { ShapeError } from './narrow'
import { asProblem, Problem, problemFrom } from './problem'
import { readRetention, retentionPath } from './retention'
import { exportPath, readRevision } from './revisions'
import { readUpload } from './uploadReaders'
import { findingsFile } from './uploads'

const words = { zh: '岸线', en: 'Coast' }
const layer = {
  id: 'coastline', title: words, about: words, geometry: 'line', fields: [], surveyYearField: 'survey_year',
  style: { field: 'type2', minZoom: 0, order: 80, visible: true, symbols: [{ code: 'sandy', stroke: '#b08200', width: 3, pattern: 'dotted' }] },
  revision: 2, count: 298, surveyYears: [2015, 2020], bbox: [118.6, 24.6, 118.8, 24.8],
}
const figures = {
  segments: 113, totalM: 56129.5, naturalM: 21168.9, natureLikeM: 1202.1, estuaryM: 230.9, artificialM: 33758.5,
  ratioPercent: 39.86, countedNaturalM: 22371, countedTotalM: 56129.5,
}

describe('the catalogue', () => {
  it('is read with what may be missing', () => {
    const catalog = readCatalog({ layers: [layer], codeLists: [], ruleSets: [{ id: 'r', version: 1, title: words, about: words }] })
    expect(catalog.layers[0]).toMatchObject({ id: 'coastline', nameField: null, revision: 2 })
    expect(catalog.layers[0]?.style.symbols[0]).toMatchObject({ code: 'sandy', fill: null })
    expect(catalog.ruleSets[0]?.version).toBe('1')
  })

  it('reads a layer without looks: a table', () => {
    const { style: _, ...table } = layer
    expect(readCatalog({ layers: [{ ...table, geometry: 'none' }], codeLists: [], ruleSets: [] }).layers[0]?.style.visible).toBe(false)
  })

  it('names the path of what is wrong', () => {
    const wrong = { layers: [{ ...layer, bbox: [1, 2, 3] }], codeLists: [], ruleSets: [] }
    expect(() => readCatalog(wrong)).toThrow(ShapeError)
    expect(() => readCatalog(wrong)).toThrow('$.layers[0].bbox')
  })
})

describe('a page of features', () => {
  const page = { type: 'FeatureCollection', features: [{ type: 'Feature', id: 7, geometry: null, properties: { a: 1 } }] }

  it('has features with text ids and no next page', () => {
    expect(readPage(page)).toEqual({ items: [{ id: '7', geometry: null, properties: { a: 1 } }], next: null })
  })

  it('never follows a link to another host', () => {
    const links = [{ rel: 'next', href: 'https://elsewhere.example/api/v1/layers/x/items?after=5' }]
    expect(readPage({ ...page, links }).next).toBe('/api/v1/layers/x/items?after=5')
  })
})

describe('retention', () => {
  it('keeps a ratio of nothing as null', () => {
    const answer = readRetention({
      surveyYear: 2020, by: 'town', rules: { id: 'national-2017', version: '1' }, lengthMethod: 'geodesic-cgcs2000',
      revisions: { coastline: 2, regions: 1 }, total: figures, rows: [{ code: '350581106', name: '永宁镇', ...figures }],
      unassigned: { ...figures, ratioPercent: null }, warnings: [],
    })
    expect(answer.total.ratioPercent).toBe(39.86)
    expect(answer.unassigned.ratioPercent).toBeNull()
  })

  it('is read before there are regions', () => {
    const answer = readRetention({
      surveyYear: 2020, by: 'protection', rules: { id: 'national-2017', version: '1' }, lengthMethod: 'geodesic-cgcs2000',
      revisions: { coastline: 1, regions: null }, total: figures, rows: [], unassigned: figures, warnings: [],
    })
    expect(answer.revisions).toEqual({ coastline: 1 })
  })

  it('has an address that gives the figure again', () => {
    expect(retentionPath({ year: 2020, by: 'town', rules: 'national-2017', format: 'csv' })).toBe(
      '/api/v1/coast/retention?year=2020&by=town&rules=national-2017&format=csv',
    )
  })
})

describe('an upload', () => {
  it('is read with a count and a layer that are not known', () => {
    const part = {
      index: 0, sourceName: 'AX', format: 'shapefile', count: null, encoding: { charset: 'GBK', reason: 'declared' },
      crs: { code: null, how: 'unknown', reason: words, alternatives: [{ code: 'EPSG:4528', name: words, bbox: [1, 2, 3, 4] }] },
      fields: [{ name: 'BH', type: 'text', samples: ['1'], mappedTo: null }], layer: null, candidates: [], year: null,
      constants: {}, ignored: false, bbox: null,
    }
    const upload = readUpload({ id: 'u', fileName: 'a.zip', sha256: '', bytes: 1, state: 'inspected', parts: [part], check: null })
    expect(upload.parts[0]).toMatchObject({ count: null, layer: null, mode: 'replace-scope', codes: {}, unmatched: [], remarks: [] })
    expect(upload.parts[0]?.crs).toMatchObject({ settled: false, distanceM: null, better: null })
    expect(upload.parts[0]?.fields[0]).toMatchObject({ fillRate: null, mapping: null, proposals: [] })
    expect(upload.job).toBeNull()
  })

  it('is read with all that an inspection tells', () => {
    const part = {
      index: 0, sourceName: 'AX', format: 'shapefile', count: 3,
      encoding: { charset: 'GB18030', reason: 'assumed', candidates: [{ charset: 'UTF-8', valid: false, samples: [{ field: 'BH', values: ['�'] }] }] },
      crs: {
        code: 'EPSG:4549', how: 'declared', settled: false, reason: words, distanceM: 286000, better: 'EPSG:4548,axes=yx',
        alternatives: [{ code: 'EPSG:4548,axes=yx', name: words, reason: words, swapped: true, bbox: [1, 2, 3, 4], distanceM: 0 }],
      },
      fields: [{
        name: 'BH', type: 'text', samples: [], mappedTo: 'seg_code', fillRate: 0.98,
        mapping: { field: 'seg_code', how: 'similar', score: 0.8 }, proposals: [{ field: 'place', how: 'values', score: 0.4 }],
      }],
      unmatched: [{ field: 'LX', word: '石头', count: 4, suggestion: null }], codes: { LX: { 沙: 'sandy' } },
      layer: 'coastline', findings: [{ code: 'crs.far-from-home', severity: 'warning', message: words, layer: 'AX', record: 0 }],
    }
    const job = { id: 'j', kind: 'commit', state: 'failed', queuedAt: '', endedAt: '', step: 'reading', done: 2, of: 3, failure: { code: 'base-moved', message: words } }
    const upload = readUpload({ id: 'u', fileName: 'a.zip', state: 'expired', parts: [part], check: null, job })
    const read = upload.parts[0]
    expect(read?.crs).toMatchObject({ settled: false, better: 'EPSG:4548,axes=yx', alternatives: [{ swapped: true, distanceM: 0 }] })
    expect(read?.encoding?.candidates[0]).toMatchObject({ charset: 'UTF-8', valid: false })
    expect(read?.fields[0]).toMatchObject({ fillRate: 0.98, mapping: { how: 'similar', score: 0.8 } })
    expect(read).toMatchObject({ codes: { LX: { 沙: 'sandy' } }, unmatched: [{ word: '石头', count: 4 }], remarks: [{ code: 'crs.far-from-home' }] })
    expect(upload.job).toMatchObject({ kind: 'commit', done: 2, of: 3, failure: { code: 'base-moved' } })
  })

  it('tells findings, changes and effects', () => {
    const line = { type: 'LineString', coordinates: [[118, 24], [118, 25]] }
    const finding = readFinding({ code: 'shape.invalid', severity: 'error', message: words, layer: 'AX', record: 0, geometry: line, fix: 'make-valid' }, '$')
    expect(finding).toMatchObject({ record: null, place: null, geometry: line, fix: 'make-valid' })
    const fields = [{ name: 'mainland', before: null, after: true }]
    const change = readChange({ layer: 'coastline', kind: 'changed', id: 'A@2020', fields, movedM: null, geometryBefore: line, geometryAfter: line }, '$')
    expect(change).toMatchObject({ kind: 'changed', fields, movedM: null })
    expect(() => readChange({ layer: 'coastline', kind: 'moved', id: 'A' }, '$')).toThrow('$.kind')
    const sums = { ratioPercent: null, naturalM: 0, totalM: 0, segments: 0 }
    expect(readEffect({ year: 2025, before: null, after: sums }, '$')).toEqual({ year: 2025, before: null, after: sums })
  })

  it('has its findings as a file, filtered as they are shown', () => {
    expect(findingsFile('u 1', { severity: 'error', code: null }, 'xlsx')).toBe('/api/v1/uploads/u%201/findings?severity=error&format=xlsx')
  })
})

describe('a revision', () => {
  const revision = { id: 5, layer: 'coastline', kind: 'import', at: '2026-01-01T00:00:00Z', added: 1, changed: 0, removed: 0 }

  it('tells the repairs that were made, or none', () => {
    expect(readRevision({ ...revision, repairs: { 'make-valid': 2 } }, '$').repairs).toEqual({ 'make-valid': 2 })
    expect(readRevision(revision, '$').repairs).toEqual({})
  })

  it('can be taken away as a file', () => {
    expect(exportPath('coastline', { format: 'shp', year: 2020, revision: 5 })).toBe(
      '/api/v1/layers/coastline/export?format=shp&year=2020&revision=5',
    )
    expect(exportPath('rivers', { format: 'csv', year: null, revision: null })).toBe('/api/v1/layers/rivers/export?format=csv')
  })
})

describe('problems', () => {
  it('carry code and words', () => {
    expect(problemFrom(409, { code: 'has-errors', message: words })).toMatchObject({ status: 409, code: 'has-errors', words })
  })

  it('bring the question that an answer of a few would settle', () => {
    const asks = { field: 'crs', choices: [{ value: 'EPSG:4528', label: words }] }
    expect(problemFrom(422, { code: 'crs-unconfirmed', message: words, asks }).asks).toEqual(asks)
    expect(problemFrom(409, { code: 'has-errors', message: words }).asks).toBeNull()
  })

  it('are made of answers that are no problem+json', () => {
    expect(problemFrom(502, '<html>')).toMatchObject({ code: 'http-502', words: null })
  })

  it('are passed on as they are', () => {
    const problem = new Problem(404, 'unknown-layer', null)
    expect(asProblem(problem)).toBe(problem)
  })
})

describe('addresses', () => {
  it('leave out what has no value', () => {
    expect(withQuery('/a', { year: 2020, by: null, x: undefined, y: '' })).toBe('/a?year=2020')
    expect(withQuery('/a', {})).toBe('/a')
  })
})
