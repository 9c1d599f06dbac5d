import { describe, expect, it } from 'vitest'
import { readCaseCounts, readOutfallCounts, readRedLineCover } from './overview'
import { readCoastTypes, retentionPath } from './retention'
import { readSensitivity, sensitivityPath } from './sensitivity'

const title = { zh: '入海', en: 'Into the sea' }
const sum = { outfalls: 212, overdue: 3, states: { surveyed: 6, 'written-off': 64 } }
const figures = { segments: 1, totalM: 10, naturalM: 4, natureLikeM: 0, estuaryM: 0, artificialM: 6, ratioPercent: 40, countedNaturalM: 4, countedTotalM: 10 }

describe('the figures of the overview', () => {
  it('count outfalls by where they open and by state', () => {
    const counts = readOutfallCounts({ on: '2026-11-29', rules: 1, ledger: 0, total: sum, rows: [{ code: 'sea', name: title, ...sum }] })
    expect(counts.total).toEqual({ ...sum, writtenOffPercent: null })
    expect(counts.kinds[0]).toMatchObject({ code: 'sea', name: title, outfalls: 212 })
  })

  it('tell the ground under red lines once, where there is no sea too', () => {
    const cover = readRedLineCover(
      {
        areaMethod: 'geodesic-cgcs2000',
        layers: [{ layer: 'red-lines', revision: 8 }],
        revisions: { regions: 2 },
        total: { features: 11, sumM2: 13, unionM2: 12, land: { areaM2: 100, coveredM2: 12, sharePercent: 12 }, sea: null },
      },
      'red-lines',
    )
    expect(cover).toMatchObject({ unionM2: 12, landPercent: 12, seaPercent: null, revisions: { 'red-lines': 8, regions: 2 } })
  })

  it('count problem sites', () => {
    expect(readCaseCounts({ day: '2026-11-29', by: 'state', total: { opened: 4, open: 3, closed: 1, overdue: 2, closingRatePercent: 25 }, rows: [] })).toEqual({
      day: '2026-11-29', open: 3, overdue: 2, closed: 1,
    })
  })
})

describe('coast by type', () => {
  it('has the metres of each type in each row', () => {
    const types = readCoastTypes({
      columns: [{ code: 'sandy', name: '砂质' }],
      rows: [{ code: 'w', name: 'West', totalM: 10, cells: [{ column: 'sandy', totalM: 4 }] }],
    })
    expect(types.rows[0]?.lengths).toEqual({ sandy: 4 })
    expect(retentionPath({ year: 2020, by: 'town', rules: 'r', target: 'fujian', across: 'type2' })).toBe(
      '/api/v1/coast/retention?year=2020&by=town&rules=r&target=fujian&across=type2',
    )
  })
})

describe('sensitivity', () => {
  it('has every rule set and every tolerance', () => {
    const answer = readSensitivity({
      surveyYear: 2020, lengthMethod: 'geodesic-cgcs2000', revisions: { coastline: 5 },
      ruleSets: [{ rules: { id: 'national-2017', version: 1 }, title, ...figures }],
      scales: [{ toleranceM: 0, vertices: 1958, ...figures }],
    })
    expect(answer.ruleSets[0]).toMatchObject({ id: 'national-2017', version: '1', ratioPercent: 40 })
    expect(answer.scales[0]?.toleranceM).toBe(0)
    expect(sensitivityPath(2020, 'national-2017', 'xlsx', 'zh')).toBe(
      '/api/v1/coast/sensitivity?year=2020&rules=national-2017&simplify=10,50,100&format=xlsx&lang=zh',
    )
  })
})
