import type { Geometry } from 'geojson'
import { openProposed, type NewCase } from './caseEntries'
import type { CaseFile } from './cases'
import { coastKind, type CoastKind } from './change'
import { geometry } from './features'
import { API, request, withQuery } from './http'
import { listOf, number, object, oneOf, text, words, type Reader, type Text } from './narrow'

/** What is compared: two surveys of the coast, or two revisions of a layer (of one survey year, where it has surveys). */
export type Comparison = { kind: 'surveys'; from: number; to: number } | { kind: 'revisions'; layer: string; from: number; to: number; year: number | null }

export const CHANGES = ['natural-lost', 'area-lost', 'area-gained'] as const

/** A place that a comparison proposes as a problem site. */
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
  town: string
  /** Number of the problem site that was opened there before. */
  known: string | null
  geometry: Geometry
}

export interface Proposals {
  lengthM: number
  areaM2: number
  list: Proposal[]
  warnings: Text[]
}

/** For who may see them. */
export async function fetchProposals(comparison: Comparison, signal: AbortSignal): Promise<Proposals> {
  const { kind, ...question } = comparison
  const path = kind === 'surveys' ? `${API}/cases/proposals` : `${API}/cases/proposals/revisions`
  return readProposals(await request('GET', withQuery(path, question), undefined, signal))
}

/** Opens the chosen places, all or none. */
export const openProposals = ({ kind, ...question }: Comparison, said: NewCase, places: string[]): Promise<CaseFile[]> =>
  openProposed(kind === 'surveys' ? '/cases/change' : '/cases/revisions', said, question, places)

export function readProposals(value: unknown): Proposals {
  const json = object(value)
  return {
    lengthM: json.or('lengthM', number, 0),
    areaM2: json.or('areaM2', number, 0),
    list: json.list('proposals', proposal),
    warnings: json.or('warnings', listOf(words), []),
  }
}

/** Comparisons of surveys name a segment, those of revisions a feature and what became of it. */
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
    town: json.or('town', (town, at) => object(town, at).or('name', text, ''), ''),
    known: json.or('case', text, null),
    geometry: json.get('geometry', geometry),
  }
}
