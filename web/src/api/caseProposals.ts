import type { Geometry } from 'geojson'
import { openProposed, type NewCase } from './caseEntries'
import type { CaseFile } from './cases'
import { coastKind, type CoastKind } from './change'
import { geometry } from './features'
import { API, request, withQuery } from './http'
import { listOf, number, object, oneOf, text, words, type Reader, type Text } from './narrow'

/**
 * What problem sites are proposed from: two surveys of the coast, two revisions of a layer (of one survey year, where it has surveys), or the readings of a time that are above
 * their limits (of one parameter, or all).
 */
export type Comparison =
  | { kind: 'surveys'; from: number; to: number }
  | { kind: 'revisions'; layer: string; from: number; to: number; year: number | null }
  | { kind: 'exceedances'; from: string; to: string; parameter: string | null }

export const CHANGES = ['natural-lost', 'area-lost', 'area-gained'] as const

/** A value above its limit. */
export interface Exceedance {
  sampled: string
  parameter: Text
  valueMgL: number
  limitMgL: number
}

/** A place, or a reading at an outfall, that is proposed as a problem site. */
export interface Proposal {
  id: string
  change: (typeof CHANGES)[number]
  feature: string
  name: string
  /** Types of the coast before and after; null for areas. */
  from: CoastKind
  to: CoastKind
  lengthM: number
  areaM2: number
  /** Null for places of comparisons. */
  reading: Exceedance | null
  town: string
  /** Number of the problem site that was opened there before. */
  known: string | null
  geometry: Geometry
}

export interface Proposals {
  /** How many there are; not all of very many readings are listed. */
  matching: number
  lengthM: number
  areaM2: number
  list: Proposal[]
  warnings: Text[]
}

const PATHS = {
  surveys: { ask: '/cases/proposals', open: '/cases/change' },
  revisions: { ask: '/cases/proposals/revisions', open: '/cases/revisions' },
  exceedances: { ask: '/cases/proposals/exceedances', open: '/cases/exceedances' },
}

/** For who may see them. */
export async function fetchProposals(comparison: Comparison, signal: AbortSignal): Promise<Proposals> {
  const { kind, ...question } = comparison
  const path = API + PATHS[kind].ask
  return readProposals(await request('GET', withQuery(path, question), undefined, signal))
}

/** Opens the chosen places, all or none. */
export const openProposals = ({ kind, ...question }: Comparison, said: NewCase, places: string[]): Promise<CaseFile[]> =>
  openProposed(PATHS[kind].open, said, kind === 'exceedances' ? {} : question, places)

export function readProposals(value: unknown): Proposals {
  const json = object(value)
  const list = json.list('proposals', proposal)
  return {
    matching: json.or('matching', number, list.length),
    lengthM: json.or('lengthM', number, 0),
    areaM2: json.or('areaM2', number, 0),
    list,
    warnings: json.or('warnings', listOf(words), []),
  }
}

/** Comparisons of surveys name a segment, those of revisions a feature and what became of it, readings an outfall. */
const proposal: Reader<Proposal> = (value, path) => {
  const json = object(value, path)
  const feature = json.or('feature', text, null) ?? json.get('segment', text)
  return {
    id: json.get('id', text),
    change: json.or('change', oneOf(...CHANGES), 'natural-lost' as const),
    feature,
    name: json.or('name', text, feature),
    from: json.or('from', coastKind, null),
    to: json.or('to', coastKind, null),
    lengthM: json.or('lengthM', number, 0),
    areaM2: json.or('areaM2', number, 0),
    reading: json.or('sampled', text, null) === null ? null : exceedance(value, path),
    town: json.or('town', (town, at) => object(town, at).or('name', text, ''), ''),
    known: json.or('case', text, null),
    geometry: json.get('geometry', geometry),
  }
}

const exceedance: Reader<Exceedance> = (value, path) => {
  const json = object(value, path)
  return {
    sampled: json.get('sampled', text),
    parameter: json.get('parameterName', words),
    valueMgL: json.get('valueMgL', number),
    limitMgL: json.get('limitMgL', number),
  }
}
