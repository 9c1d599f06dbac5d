import type { Geometry } from 'geojson'
import { geometry } from './features'
import { API, request, withQuery } from './http'
import { listOf, number, object, oneOf, recordOf, text, words, type Reader, type Text } from './narrow'

/** How much of the land, or of the sea, zones cover. */
export interface Share {
  areaM2: number
  coveredM2: number
  sharePercent: number
}

/** Ground under zones: added up zone by zone, each place once, and its shares. */
export interface Cover {
  features: number
  sumM2: number
  unionM2: number
  overlapM2: number
  land: Share | null
  sea: Share | null
}

export interface LayerCover extends Cover {
  layer: string
}

/** Zones of one class: a code of a field of the layer. */
export interface ClassCover extends LayerCover {
  field: string
  code: string | null
  label: Text
}

export interface RegionCover extends Cover {
  code: string | null
  name: string | null
  layers: LayerCover[]
}

export interface ZoneRef {
  layer: string
  id: string
  name: string
}

/** Two zones that lie over each other. */
export interface ZoneOverlap {
  first: ZoneRef
  second: ZoneRef
  areaM2: number
}

export interface Coverage {
  areaMethod: string
  revisions: Record<string, number>
  total: RegionCover & { classes: ClassCover[] }
  rows: RegionCover[]
  overlaps: ZoneOverlap[]
  warnings: Text[]
}

export interface ZoneChange {
  kind: 'added' | 'removed' | 'changed'
  id: string
  name: string
  beforeM2: number
  afterM2: number
  fellOutM2: number
  cameInM2: number
}

/** What an adjustment of the ranges did between two revisions of their layer. */
export interface Adjustment {
  fellOutM2: number
  cameInM2: number
  unchanged: number
  changes: ZoneChange[]
}

export const COVERAGE_FILES = ['html', 'xlsx', 'csv', 'geojson'] as const
export type CoverageFormat = (typeof COVERAGE_FILES)[number]

export interface CoverageQuery {
  layers: string[]
  by: 'city' | 'town' | 'bay'
  format?: CoverageFormat
  lang?: string | null
}

export const coveragePath = ({ layers, ...rest }: CoverageQuery): string => withQuery(`${API}/coverage`, { layers: layers.join(','), ...rest })
export const fetchCoverage = async (query: CoverageQuery, signal: AbortSignal): Promise<Coverage> =>
  readCoverage(await request('GET', coveragePath(query), undefined, signal))

export const fetchAdjustment = async (layer: string, from: number, to: number, signal: AbortSignal): Promise<Adjustment> =>
  readAdjustment(await request('GET', withQuery(`${API}/coverage/adjustment`, { layer, from, to }), undefined, signal))

/** The ground that an adjustment took out of one zone, or into it. */
export interface AdjustedGround {
  id: string
  what: 'fell-out' | 'came-in'
  shape: Geometry
}

export const fetchAdjustedGround = async (layer: string, from: number, to: number, signal: AbortSignal): Promise<AdjustedGround[]> =>
  object(await request('GET', withQuery(`${API}/coverage/adjustment`, { layer, from, to, format: 'geojson' }), undefined, signal))
    .list('features', readGround)
    .flatMap((one) => one ?? [])

/** What is about all zones together is left out; it says the same once more. */
const readGround: Reader<AdjustedGround | null> = (value, path) => {
  const json = object(value, path)
  return json.get('properties', (properties, at) => {
    const of = object(properties, at)
    const id = of.or('id', text, null)
    return id === null ? null : { id, what: of.get('what', oneOf('fell-out', 'came-in')), shape: json.get('geometry', geometry) }
  })
}

export function readCoverage(value: unknown): Coverage {
  const json = object(value)
  const revisions = json.list('layers', (layer, path) => {
    const one = object(layer, path)
    return [one.get('layer', text), one.get('revision', number)] as const
  })
  return {
    areaMethod: json.get('areaMethod', text),
    revisions: { ...Object.fromEntries(revisions), ...json.or('revisions', recordOf(number), {}) },
    total: json.get('total', (total, path) => ({ ...readRow(total, path), classes: object(total, path).list('classes', readClass) })),
    rows: json.list('rows', readRow),
    overlaps: json.or('overlaps', listOf(readOverlap), []),
    warnings: json.or('warnings', listOf(words), []),
  }
}

export function readAdjustment(value: unknown): Adjustment {
  const json = object(value)
  return {
    fellOutM2: json.get('fellOutM2', number),
    cameInM2: json.get('cameInM2', number),
    unchanged: json.get('unchanged', number),
    changes: json.list('changes', readChange),
  }
}

const readShare: Reader<Share> = (value, path) => {
  const json = object(value, path)
  return { areaM2: json.get('areaM2', number), coveredM2: json.get('coveredM2', number), sharePercent: json.or('sharePercent', number, 0) }
}

const readCover: Reader<Cover> = (value, path) => {
  const json = object(value, path)
  return {
    features: json.get('features', number),
    sumM2: json.get('sumM2', number),
    unionM2: json.get('unionM2', number),
    overlapM2: json.get('overlapM2', number),
    land: json.or('land', readShare, null),
    sea: json.or('sea', readShare, null),
  }
}

const readLayer: Reader<LayerCover> = (value, path) => ({ ...readCover(value, path), layer: object(value, path).get('layer', text) })

const readClass: Reader<ClassCover> = (value, path) => {
  const json = object(value, path)
  return { ...readLayer(value, path), field: json.get('field', text), code: json.or('code', text, null), label: json.get('label', words) }
}

const readRow: Reader<RegionCover> = (value, path) => {
  const json = object(value, path)
  return { ...readCover(value, path), code: json.or('code', text, null), name: json.or('name', text, null), layers: json.list('layers', readLayer) }
}

const readRef: Reader<ZoneRef> = (value, path) => {
  const json = object(value, path)
  return { layer: json.get('layer', text), id: json.get('id', text), name: json.or('name', text, '') }
}

const readOverlap: Reader<ZoneOverlap> = (value, path) => {
  const json = object(value, path)
  return { first: json.get('first', readRef), second: json.get('second', readRef), areaM2: json.get('areaM2', number) }
}

const readChange: Reader<ZoneChange> = (value, path) => {
  const json = object(value, path)
  return {
    kind: json.get('kind', oneOf('added', 'removed', 'changed')),
    id: json.get('id', text),
    name: json.or('name', text, ''),
    beforeM2: json.or('beforeM2', number, 0),
    afterM2: json.or('afterM2', number, 0),
    fellOutM2: json.or('fellOutM2', number, 0),
    cameInM2: json.or('cameInM2', number, 0),
  }
}
