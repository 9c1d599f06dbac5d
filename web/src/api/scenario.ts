import type { Geometry } from 'geojson'
import { geometry } from './features'
import { API, get, post, postForFile, withQuery, type MadeFile } from './http'
import { bool, listOf, number, object, oneOf, recordOf, text, words, type Reader, type Text } from './narrow'
import { readFigures, readRules, type Figures } from './retention'

/** What a measure does to the coast in its area: builds it over, reclaims ground before it, or restores it. */
export const EFFECTS = ['artificial', 'reclaim', 'restoration'] as const
export type Effect = (typeof EFFECTS)[number]

/** Where a measure lies: an area, a line with a width in metres, or whole segments of the survey by their ids. */
export type Where =
  | { kind: 'area'; geometry: Geometry }
  | { kind: 'line'; geometry: Geometry; widthM: number }
  | { kind: 'segments'; segments: string[] }

/** A question that the server answers: what footprints and restorations would do to the ratio. */
export interface ScenarioInput {
  name: string
  note: string
  year: number | null
  rules: string | null
  target: string | null
  footprints: { name: string; effect: Exclude<Effect, 'restoration'>; type2: string; where: Where }[]
  restorations: { name: string; type2: string; where: Where }[]
}

/** What one measure does, in metres of coast. */
export interface SiteEffect {
  name: string
  coastM: number
  changedM: number
  naturalM: number
}

/** The ratio before and after, and whether natural coast that is lost is replaced. */
export interface ScenarioFigure {
  surveyYear: number
  rules: { id: string; version: string }
  target: { percent: number; id: string | null } | null
  lengthMethod: string
  revisions: Record<string, number>
  before: Figures
  after: Figures
  towns: { code: string | null; name: string | null; before: Figures; after: Figures }[]
  replacement: { ratio: number; lostM: number; requiredM: number; gainedM: number; met: boolean }
  /** Each footprint, then each restoration; empty where scenarios are compared. */
  sites: SiteEffect[]
  warnings: Text[]
}

/** A scenario that is kept. */
export interface SavedHead {
  id: string
  name: string
  createdAt: string
  author: string
}

/** What a kept scenario comes to; `newer` names layers that have changed since. */
export interface SavedFigure extends SavedHead {
  figure: ScenarioFigure
  newer: Text[]
}

export interface SavedScenario extends SavedFigure {
  scenario: ScenarioInput
}

/** Coast that a scenario changes. */
export interface ChangedCoast {
  what: 'built' | 'restored'
  geometry: Geometry
}

const PATH = '/coast/scenario'
/** What is left to the server is left out of the question. */
const asked = ({ footprints, restorations, ...basis }: ScenarioInput) => ({
  ...Object.fromEntries(Object.entries(basis).filter(([, value]) => value !== null)),
  footprints: footprints.map(sent),
  restorations: restorations.map(sent),
})

/** A site as it is sent: what says where it lies stands beside the rest. */
export function sent<S extends { where: Where }>({ where: { kind: _, ...place }, ...site }: S): Omit<S, 'where'> & Record<string, unknown> {
  return { ...site, ...place }
}
export const savedPath = (id: string): string => `${API}${PATH}s/${encodeURIComponent(id)}`
export const comparePath = (ids: string[]): string => withQuery(`${API}${PATH}s/compare`, { ids: ids.join(',') })

export async function fetchScenario(input: ScenarioInput, signal: AbortSignal): Promise<{ figure: ScenarioFigure; coast: ChangedCoast[] }> {
  const [figure, coast] = await Promise.all([post(PATH, asked(input), {}, signal), post(`${PATH}?format=geojson`, asked(input), {}, signal)])
  return { figure: readFigure(figure, '$'), coast: readCoast(coast) }
}

export const SCENARIO_FILES = ['xlsx', 'csv'] as const
export type ScenarioFormat = (typeof SCENARIO_FILES)[number] | 'html'
/** The report as a page or a file, in a language. */
export const fetchScenarioFile = (input: ScenarioInput, format: ScenarioFormat, lang: string | null): Promise<MadeFile> =>
  postForFile(withQuery(PATH, { format, lang }), asked(input))

export const fetchSavedList = async (signal?: AbortSignal): Promise<SavedHead[]> => object(await get(`${PATH}s`, signal)).list('scenarios', readHead)
export const fetchSaved = async (id: string): Promise<SavedScenario> => readSaved(await get(savedPath(id).slice(API.length)))
export const saveScenario = async (input: ScenarioInput): Promise<SavedScenario> => readSaved(await post(`${PATH}s`, asked(input)))
export const fetchComparison = async (ids: string[], signal: AbortSignal): Promise<SavedFigure[]> =>
  object(await get(comparePath(ids).slice(API.length), signal)).list('scenarios', readSavedFigure)

function readSaved(value: unknown): SavedScenario {
  return { ...readSavedFigure(value, '$'), scenario: object(value).get('scenario', readInput) }
}

const readHead: Reader<SavedHead> = (value, path) => {
  const json = object(value, path)
  return { id: json.get('id', text), name: json.get('name', text), createdAt: json.get('createdAt', text), author: json.or('author', text, '') }
}

const readSavedFigure: Reader<SavedFigure> = (value, path) => {
  const json = object(value, path)
  return { ...readHead(value, path), figure: json.get('figure', readFigure), newer: json.or('newer', listOf(words), []) }
}

const readInput: Reader<ScenarioInput> = (value, path) => {
  const json = object(value, path)
  return {
    name: json.or('name', text, ''),
    note: json.or('note', text, ''),
    year: json.or('year', number, null),
    rules: json.or('rules', text, null),
    target: json.or('target', (target, at) => (typeof target === 'number' ? String(target) : text(target, at)), null),
    footprints: json.or('footprints', listOf(readFootprint), []),
    restorations: json.or('restorations', listOf(readRestoration), []),
  }
}

/** Where a site lies, as it was sent. */
export const readWhere: Reader<Where> = (value, path) => {
  const json = object(value, path)
  const segments = json.or('segments', listOf(text), null)
  if (segments) return { kind: 'segments', segments }
  const shape = json.get('geometry', geometry)
  return shape.type === 'LineString' ? { kind: 'line', geometry: shape, widthM: json.get('widthM', number) } : { kind: 'area', geometry: shape }
}

const readRestoration: Reader<ScenarioInput['restorations'][number]> = (value, path) => {
  const json = object(value, path)
  return { name: json.or('name', text, ''), type2: json.get('type2', text), where: readWhere(value, path) }
}

const readFootprint: Reader<ScenarioInput['footprints'][number]> = (value, path) => ({
  ...readRestoration(value, path),
  effect: object(value, path).get('effect', oneOf('artificial', 'reclaim')),
})

const readFigure: Reader<ScenarioFigure> = (value, path) => {
  const json = object(value, path)
  return {
    surveyYear: json.get('surveyYear', number),
    rules: json.get('rules', readRules),
    target: json.or('target', readTarget, null),
    lengthMethod: json.get('lengthMethod', text),
    revisions: json.or('revisions', recordOf(number), {}),
    before: json.get('before', readFigures),
    after: json.get('after', readFigures),
    towns: json.or('places', (places, at) => object(places, at).or('town', listOf(readTown), []), []),
    replacement: json.get('replacement', readReplacement),
    sites: json.or('sites', listOf(readSite), []),
    warnings: json.or('warnings', listOf(words), []),
  }
}

const readTarget: Reader<NonNullable<ScenarioFigure['target']>> = (value, path) => {
  const json = object(value, path)
  return { percent: json.get('percent', number), id: json.or('id', text, null) }
}

const readTown: Reader<ScenarioFigure['towns'][number]> = (value, path) => {
  const json = object(value, path)
  return { code: json.or('code', text, null), name: json.or('name', text, null), before: json.get('before', readFigures), after: json.get('after', readFigures) }
}

const readReplacement: Reader<ScenarioFigure['replacement']> = (value, path) => {
  const json = object(value, path)
  const [ratio, lostM, requiredM, gainedM] = (['ratio', 'lostM', 'requiredM', 'gainedM'] as const).map((name) => json.get(name, number)) as [number, number, number, number]
  return { ratio, lostM, requiredM, gainedM, met: json.get('met', bool) }
}

const readSite: Reader<SiteEffect> = (value, path) => {
  const json = object(value, path)
  return { name: json.or('name', text, ''), coastM: json.get('coastM', number), changedM: json.get('changedM', number), naturalM: json.get('naturalM', number) }
}

function readCoast(value: unknown): ChangedCoast[] {
  return object(value).list('features', (feature, path) => {
    const json = object(feature, path)
    const what: Reader<ChangedCoast['what']> = (properties, at) => object(properties, at).get('what', oneOf('built', 'restored'))
    return { what: json.get('properties', what), geometry: json.get('geometry', geometry) }
  })
}
