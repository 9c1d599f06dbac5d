import { API, request, withQuery } from './http'
import { number, object, recordOf, text, words, type Reader, type Text } from './narrow'

/** Outfalls by where they open, and how many are in which state of their remediation. */
export interface OutfallCounts {
  /** Day that the counts are of. */
  on: string
  rules: number
  ledger: number
  revisions: Record<string, number>
  total: OutfallSum
  kinds: (OutfallSum & { code: string; name: Text })[]
}

export interface OutfallSum {
  outfalls: number
  overdue: number
  writtenOffPercent: number | null
  states: Record<string, number>
}

/** Ground under red lines: added up line by line, each place once, and its shares of land and sea. */
export interface RedLineCover {
  areaMethod: string
  revisions: Record<string, number>
  features: number
  sumM2: number
  unionM2: number
  landPercent: number | null
  seaPercent: number | null
}

/** Problem sites that were opened so far. */
export interface CaseCounts {
  day: string
  open: number
  overdue: number
  closed: number
}

export interface OpenCase {
  number: string
  title: string
  state: Text
  deadline: string | null
  overdue: boolean
}

export const OUTFALLS_PATH = `${API}/outfalls/statistics?by=kind`
export const CASES_PATH = `${API}/cases/statistics?by=state`
export const redLinesPath = (layer: string): string => withQuery(`${API}/coverage`, { layers: layer })

export const fetchOutfallCounts = async (signal: AbortSignal): Promise<OutfallCounts> =>
  readOutfallCounts(await request('GET', OUTFALLS_PATH, undefined, signal))
export const fetchRedLineCover = async (layer: string, signal: AbortSignal): Promise<RedLineCover> =>
  readRedLineCover(await request('GET', redLinesPath(layer), undefined, signal), layer)
export const fetchCaseCounts = async (signal: AbortSignal): Promise<CaseCounts> =>
  readCaseCounts(await request('GET', CASES_PATH, undefined, signal))
/** For who may see them. */
export const fetchOpenCases = async (signal: AbortSignal): Promise<OpenCase[]> =>
  object(await request('GET', `${API}/cases?open=true`, undefined, signal)).list('cases', openCase)

export const outfallSum: Reader<OutfallSum> = (value, path) => {
  const json = object(value, path)
  return {
    outfalls: json.get('outfalls', number),
    overdue: json.get('overdue', number),
    writtenOffPercent: json.or('writtenOffPercent', number, null),
    states: json.get('states', recordOf(number)),
  }
}

export function readOutfallCounts(value: unknown): OutfallCounts {
  const json = object(value)
  return {
    on: json.get('on', text),
    rules: json.get('rules', number),
    ledger: json.get('ledger', number),
    revisions: json.or('revisions', recordOf(number), {}),
    total: json.get('total', outfallSum),
    kinds: json.list('rows', (row, path) => {
      const r = object(row, path)
      return { ...outfallSum(row, path), code: r.get('code', text), name: r.get('name', words) }
    }),
  }
}

export function readRedLineCover(value: unknown, layer: string): RedLineCover {
  const json = object(value)
  const revisions = json.list('layers', (one, path) => {
    const l = object(one, path)
    return [l.get('layer', text), l.get('revision', number)] as const
  })
  const total = json.get('total', object)
  const share: Reader<number | null> = (side, path) => object(side, path).or('sharePercent', number, null)
  return {
    areaMethod: json.get('areaMethod', text),
    revisions: { ...Object.fromEntries(revisions.filter(([id]) => id === layer)), ...json.or('revisions', recordOf(number), {}) },
    features: total.get('features', number),
    sumM2: total.get('sumM2', number),
    unionM2: total.get('unionM2', number),
    landPercent: total.or('land', share, null),
    seaPercent: total.or('sea', share, null),
  }
}

export function readCaseCounts(value: unknown): CaseCounts {
  const json = object(value)
  const total = json.get('total', object)
  return { day: json.get('day', text), open: total.get('open', number), overdue: total.get('overdue', number), closed: total.get('closed', number) }
}

export const openCase: Reader<OpenCase> = (value, path) => {
  const json = object(value, path)
  return {
    number: json.get('number', text),
    title: json.get('title', text),
    state: json.get('stateLabel', words),
    deadline: json.or('deadline', text, null),
    overdue: json.or('overdue', (v) => v === true, false),
  }
}
