import type { Geometry } from 'geojson'
import { geometry, readPage } from './features'
import { API, request, withQuery } from './http'
import { listOf, number, object, oneOf, text, type Reader } from './narrow'
import type { OutfallFile } from './outfalls'
import { openCase, type OpenCase } from './overview'

/** How far a problem site has come on its closed loop, in the order of the loop. */
export const CASE_STATES = ['found', 'handed-over', 'rectifying', 'reported', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** Which problem sites are listed. */
export const CASE_CHOICES = ['open', 'overdue', 'all', ...CASE_STATES] as const
export type CaseChoice = (typeof CASE_CHOICES)[number]

/** How a problem site was found. */
export const CASE_SOURCES = ['manual', 'impact', 'exceedance', 'change', 'revision'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** A problem site with where it is; what is not known is blank. */
export interface ProblemSite extends OpenCase {
  stage: CaseState
  since: string
  source: CaseSource
  openedOn: string
  unit: string
  town: string
  geometry: Geometry | null
}

/** A feature that a problem site meets, as it was at a revision. */
export interface CaseHit {
  layer: string
  feature: string
  name: string
  revision: number
  lengthM: number
  areaM2: number
}

export const ENTRY_KINDS = ['open', 'step', 'return', 'reopen', 'note'] as const

/** An entry in the history; what it does not change is null. */
export interface CaseEntry {
  number: number
  kind: (typeof ENTRY_KINDS)[number]
  on: string
  author: string
  to: CaseState | null
  remark: string
  title: string | null
  unit: string | null
  deadline: string | null
  attachments: string[]
}

/** All that is kept of one problem site. */
export interface CaseFile extends ProblemSite {
  remark: string
  bay: string
  river: string
  /** What it rests on, in words of the server for each source. */
  facts: Record<string, unknown>
  hits: CaseHit[]
  /** Where it may go from here. */
  next: CaseState[]
  entries: CaseEntry[]
}

export const casesPath = (choice: CaseChoice, more: Record<string, string | null> = {}): string =>
  withQuery(`${API}/cases`, {
    open: choice === 'open' ? 'true' : null,
    overdue: choice === 'overdue' ? 'true' : null,
    state: CASE_STATES.find((state) => state === choice) ?? null,
    ...more,
  })

const onePath = (number: string) => `${API}/cases/${encodeURIComponent(number)}`
/** One problem site as a page to print, with its history, or as a file. */
export const casePath = (number: string, format: OutfallFile, lang: string | null): string => withQuery(onePath(number), { format, lang })

/** For who may see them. */
export async function fetchCases(choice: CaseChoice, signal: AbortSignal): Promise<ProblemSite[]> {
  const { items } = readPage(await request('GET', casesPath(choice, { format: 'geojson' }), undefined, signal))
  return items.map(({ id, geometry: shape, properties }) => ({ ...headOf(properties, id), geometry: shape }))
}

export const fetchCase = async (number: string, signal: AbortSignal): Promise<CaseFile> => readCase(await request('GET', onePath(number), undefined, signal), '$')

export const readCase: Reader<CaseFile> = (value, path) => {
  const json = object(value, path)
  return {
    ...headOf(value, path),
    geometry: json.or('geometry', geometry, null),
    remark: json.or('remark', text, ''),
    bay: json.or('bay', named, ''),
    river: json.or('river', named, ''),
    facts: json.or('sourceFacts', (facts, at) => (object(facts, at), facts as Record<string, unknown>), {}),
    hits: json.or('hits', listOf(hit), []),
    next: json.list('next', state),
    entries: json.list('entries', entry),
  }
}

const named: Reader<string> = (value, path) => object(value, path).or('name', text, '')
const state = oneOf(...CASE_STATES)

function headOf(value: unknown, path: string): Omit<ProblemSite, 'geometry'> {
  const json = object(value, path)
  return {
    ...openCase(value, path),
    stage: json.get('state', state),
    since: json.or('since', text, ''),
    source: json.get('source', oneOf(...CASE_SOURCES)),
    openedOn: json.or('openedOn', text, ''),
    unit: json.or('unit', text, ''),
    town: json.or('town', named, ''),
  }
}

const hit: Reader<CaseHit> = (value, path) => {
  const json = object(value, path)
  return {
    layer: json.get('layer', text),
    feature: json.get('feature', text),
    name: json.or('name', text, ''),
    revision: json.get('revision', number),
    lengthM: json.or('lengthM', number, 0),
    areaM2: json.or('areaM2', number, 0),
  }
}

const entry: Reader<CaseEntry> = (value, path) => {
  const json = object(value, path)
  return {
    number: json.get('number', number),
    kind: json.get('kind', oneOf(...ENTRY_KINDS)),
    on: json.get('on', text),
    author: json.or('author', text, ''),
    to: json.or('to', state, null),
    remark: json.or('remark', text, ''),
    title: json.or('title', text, null),
    unit: json.or('unit', text, null),
    deadline: json.or('deadline', text, null),
    attachments: json.or('attachments', listOf(text), []),
  }
}
