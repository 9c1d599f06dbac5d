import { describe, expect, it } from 'vitest'
import { readCatalog } from './catalog'
import { readPage } from './features'
import { withQuery } from './http'
import { ShapeError } from './narrow'
import { asProblem, Problem, problemFrom } from './problem'
import { readRetention, retentionPath } from './retention'
import { readUpload } from './uploadReaders'

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
    expect(upload.parts[0]).toMatchObject({ count: null, layer: null, mode: 'replace-scope' })
  })
})

describe('problems', () => {
  it('carry code and words', () => {
    expect(problemFrom(409, { code: 'has-errors', message: words })).toMatchObject({ status: 409, code: 'has-errors', words })
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
