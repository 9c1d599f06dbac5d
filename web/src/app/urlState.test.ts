import { describe, expect, it } from 'vitest'
import { formatView, parseView, type ViewState } from './urlState'

const full: ViewState = {
  task: 'history',
  year: 2020,
  from: 2015,
  by: 'bay',
  rules: 'national-2017',
  target: 'fujian',
  region: '350581102',
  segment: '350581A001@2020',
  bars: 'types',
  swipe: '40',
  layers: ['basemap', 'coastline'],
  centre: [118.7321, 24.7415],
  zoom: 12.5,
  lang: 'en',
  history: 'red-lines',
  compared: '3..5',
  outfallPart: 'list',
  outfallsBy: 'bay',
  outfallFilter: 'state.planned,exceeding',
  outfallOrder: '-town',
  outfall: 'FJ-350581-0033-GY-00',
  parameter: 'cod',
  caseChoice: 'overdue',
  problemSite: '2026-0001',
  proposals: 'red-lines.4..7',
  upload: 'u-1',
  edit: 'coastline/350581A001@2020',
  site: 'point,118.7321,24.7415',
  project: 'CAND-A',
  activity: 'reclamation',
  scenario: 's-1',
  compare: 's-1,s-2',
  zones: 'red-lines',
  indicator: '18',
  state: 'met',
  kind: 'binding',
  projection: 'degrees',
  coordinates: 'dms',
  base: 'tianditu',
  opacity: 'red-lines,60',
  without: 'coastline,port,seawall',
  picked: 'red-lines/350581-HYHX-03',
  measured: 'line,118.7,24.7,118.8,24.8',
  table: 'coastline',
  sort: '-length_m',
  filter: '祥芝',
  printSheet: 'A3.portrait.50000',
  printHeading: '岸线图',
  printNote: '内部使用',
  columns: 'length_m:>100;type2:port',
}

describe('the address', () => {
  it('holds the whole view', () => {
    expect(parseView(formatView(full))).toEqual(full)
  })

  it('keeps commas readable', () => {
    expect(formatView(full)).toContain('layers=basemap,coastline')
    expect(formatView(full)).toContain('at=118.73210,24.74150,12.5')
  })

  it('tells no layers from the usual layers', () => {
    expect(parseView('?layers=').layers).toEqual([])
    expect(parseView('').layers).toBeNull()
    expect(parseView(formatView({ ...full, layers: [] })).layers).toEqual([])
  })

  it('ignores what makes no sense', () => {
    const view = parseView('?task=dance&year=soon&by=moon&at=500,1,2&lang=xx')
    expect(view).toMatchObject({ task: 'overview', year: null, by: 'town', centre: null, zoom: null, lang: null })
  })
})
