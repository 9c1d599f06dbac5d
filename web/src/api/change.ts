import type { Geometry } from 'geojson'
import { geometry } from './features'
import { API, request, withQuery } from './http'
import { listOf, number, object, oneOf, text, words, type Reader, type Text } from './narrow'

/** Type of coast; null where there is none: new coast came from none, coast that is gone became none. */
export type CoastKind = { type1: string; type2: string } | null

export interface ChangeCell {
  from: CoastKind
  to: CoastKind
  lengthM: number
}

export interface ChangeSums {
  changedM: number
  naturalLostM: number
  naturalGainedM: number
  goneM: number
  newM: number
  cells: ChangeCell[]
}

export interface CoastChange {
  fromYear: number
  toYear: number
  total: ChangeSums
  rows: (ChangeSums & { code: string; name: string })[]
  unassigned: ChangeSums
  warnings: Text[]
}

/** A stretch of coast that changed. */
export interface Reach extends ChangeCell {
  segment: string
  region: string | null
  geometry: Geometry
}

export interface ChangeQuery {
  from: number
  to: number
  by: 'city' | 'town' | 'bay'
  rules: string
}

export const changePath = (query: ChangeQuery, format: string | null = null, lang: string | null = null): string =>
  withQuery(`${API}/coast/change`, { ...query, format, lang })

export async function fetchChange(query: ChangeQuery, signal: AbortSignal): Promise<{ change: CoastChange; reaches: Reach[] }> {
  const [change, reaches] = await Promise.all([
    request('GET', changePath(query), undefined, signal),
    request('GET', changePath(query, 'geojson'), undefined, signal),
  ])
  return { change: readChange(change), reaches: readReaches(reaches) }
}

export function readChange(value: unknown): CoastChange {
  const json = object(value)
  return {
    fromYear: json.get('fromYear', number),
    toYear: json.get('toYear', number),
    total: json.get('total', sums),
    rows: json.list('rows', (row, path) => {
      const r = object(row, path)
      return { ...sums(row, path), code: r.get('code', text), name: r.get('name', text) }
    }),
    unassigned: json.get('unassigned', sums),
    warnings: json.or('warnings', listOf(words), []),
  }
}

export function readReaches(value: unknown): Reach[] {
  const json = object(value)
  json.get('type', oneOf('FeatureCollection'))
  return json.list('features', (feature, path) => {
    const f = object(feature, path)
    const properties: unknown = f.get('properties', (p) => p)
    const p = object(properties, `${path}.properties`)
    return { ...cell(properties, `${path}.properties`), segment: p.or('segment', text, ''), region: p.or('region', text, null), geometry: f.get('geometry', geometry) }
  })
}

export const coastKind: Reader<NonNullable<CoastKind>> = (value, path) => {
  const json = object(value, path)
  return { type1: json.or('type1', text, ''), type2: json.or('type2', text, '') }
}

const cell: Reader<ChangeCell> = (value, path) => {
  const json = object(value, path)
  return { from: json.or('from', coastKind, null), to: json.or('to', coastKind, null), lengthM: json.get('lengthM', number) }
}

const sums: Reader<ChangeSums> = (value, path) => {
  const json = object(value, path)
  return {
    changedM: json.get('changedM', number),
    naturalLostM: json.get('naturalLostM', number),
    naturalGainedM: json.get('naturalGainedM', number),
    goneM: json.get('goneM', number),
    newM: json.get('newM', number),
    cells: json.list('cells', cell),
  }
}
