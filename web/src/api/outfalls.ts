import { API, request, withQuery } from './http'
import { bbox, bool, number, object, recordOf, text, words, type Bbox, type Reader, type Text } from './narrow'
import { outfallSum, type OutfallSum } from './overview'

/** How outfalls may be counted. */
export const OUTFALL_GROUPINGS = ['state', 'kind', 'class1', 'class2', 'treatment', 'town', 'bay', 'receiving'] as const
export type OutfallGrouping = (typeof OUTFALL_GROUPINGS)[number]

/** Outfalls of a group: how many there are, are to be remediated, have been remediated, and are written off. */
export interface OutfallFigures extends OutfallSum {
  code: string
  name: Text
  toBeRemediated: number
  done: number
  donePercent: number | null
  writtenOff: number
}

export interface OutfallStatistics {
  on: string
  rules: number
  ledger: number
  revisions: Record<string, number>
  total: OutfallFigures
  rows: OutfallFigures[]
}

/** Files that the server makes of lists, archives and series. */
export const OUTFALL_FILES = ['xlsx', 'csv'] as const
export type OutfallFile = (typeof OUTFALL_FILES)[number] | 'html'

export const outfallStatisticsPath = (by: OutfallGrouping): string => withQuery(`${API}/outfalls/statistics`, { by })

export const fetchOutfallStatistics = async (by: OutfallGrouping, signal: AbortSignal): Promise<OutfallStatistics> =>
  readOutfallStatistics(await request('GET', outfallStatisticsPath(by), undefined, signal))

export function readOutfallStatistics(value: unknown): OutfallStatistics {
  const json = object(value)
  return {
    on: json.get('on', text),
    rules: json.get('rules', number),
    ledger: json.get('ledger', number),
    revisions: json.or('revisions', recordOf(number), {}),
    total: json.get('total', outfallFigures),
    rows: json.list('rows', outfallFigures),
  }
}

const outfallFigures: Reader<OutfallFigures> = (value, path) => {
  const json = object(value, path)
  return {
    ...outfallSum(value, path),
    code: json.get('code', text),
    name: json.get('name', words),
    toBeRemediated: json.get('toBeRemediated', number),
    done: json.get('done', number),
    donePercent: json.or('donePercent', number, null),
    writtenOff: json.get('writtenOff', number),
  }
}

/** Which outfalls are listed; what is null or false does not choose. The names are those of the server's parameters. */
export interface OutfallFilter {
  state: string | null
  kind: string | null
  class1: string | null
  class2: string | null
  town: string | null
  bay: string | null
  receiving: string | null
  exceeding: boolean
  overdue: boolean
  text: string
}

/** An outfall as lists tell it. */
export interface Outfall {
  code: string
  name: string
  cat1: string | null
  treatment: string | null
  town: string
  /** Step of its remediation, after all steps in the ledger; null where it is not known. */
  state: string | null
  stateLabel: Text | null
  since: string | null
  deadline: string | null
  overdue: boolean
  lastSampled: string | null
  /** Whether the newest sample is above a limit, and how many values ever were. */
  exceeding: boolean
  exceedances: number
  lon: number
  lat: number
}

export const outfallsPath = (filter: OutfallFilter, more: Record<string, string | number | null> = {}): string =>
  withQuery(`${API}/outfalls`, { ...asked(filter), ...more })

/** The filter in the words of the server. */
const asked = (filter: OutfallFilter) => ({ ...filter, exceeding: filter.exceeding ? 'true' : null, overdue: filter.overdue ? 'true' : null })

/** A part of a list. */
export interface OutfallPart {
  list: Outfall[]
  /** How many fit the filter in all. */
  matching: number
}

/** Outfalls that fit a filter, from one place of an order on, for who may see them. */
export async function fetchOutfalls(filter: OutfallFilter, part: { sort: string; offset: number; limit: number }, signal: AbortSignal): Promise<OutfallPart> {
  const json = object(await request('GET', outfallsPath(filter, part), undefined, signal))
  return { list: json.list('outfalls', readOutfall), matching: json.get('matching', number) }
}

/** Outfalls that lie close together, as the map shows them where they are many. */
export interface OutfallCluster {
  lon: number
  lat: number
  bbox: Bbox
  outfalls: number
  /** Of how many the newest sample is above a limit. */
  exceeding: number
  states: Record<string, number>
}

/** What a map shows of the outfalls: either single ones or clusters. */
export interface OutfallPlaces {
  list: Outfall[]
  clusters: OutfallCluster[]
}

/** Outfalls within a rectangle that fit a filter, for who may see them. */
export const fetchOutfallPlaces = async (filter: OutfallFilter, within: Bbox, signal: AbortSignal): Promise<OutfallPlaces> =>
  readOutfallPlaces(await request('GET', withQuery(`${API}/outfalls/map`, { ...asked(filter), bbox: within.join() }), undefined, signal))

export function readOutfallPlaces(value: unknown): OutfallPlaces {
  const json = object(value)
  return { list: json.list('outfalls', readOutfall), clusters: json.list('clusters', outfallCluster) }
}

const outfallCluster: Reader<OutfallCluster> = (value, path) => {
  const json = object(value, path)
  return {
    lon: json.get('lon', number),
    lat: json.get('lat', number),
    bbox: json.get('bbox', bbox),
    outfalls: json.get('outfalls', number),
    exceeding: json.get('exceeding', number),
    states: json.get('states', recordOf(number)),
  }
}

export const readOutfall: Reader<Outfall> = (value, path) => {
  const json = object(value, path)
  return {
    code: json.get('code', text),
    name: json.or('name', text, ''),
    cat1: json.or('cat1', text, null),
    treatment: json.or('treatment', text, null),
    town: json.or('town', text, ''),
    state: json.or('state', text, null),
    stateLabel: json.or('stateLabel', words, null),
    since: json.or('since', text, null),
    deadline: json.or('deadline', text, null),
    overdue: json.or('overdue', bool, false),
    lastSampled: json.or('lastSampled', text, null),
    exceeding: json.or('exceeding', bool, false),
    exceedances: json.or('exceedances', number, 0),
    lon: json.get('lon', number),
    lat: json.get('lat', number),
  }
}
