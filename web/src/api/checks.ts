import type { Geometry } from 'geojson'
import { geometry } from './features'
import { listOf, number, object, oneOf, place, text, words, type Place, type Reader, type Text } from './narrow'
import { readUnmatched, type Unmatched } from './parts'

export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface Finding {
  code: string
  severity: Severity
  message: Text
  /** Name of the layer in the file. */
  layer: string | null
  /** From 1; null when the finding is about the file as a whole. */
  record: number | null
  featureId: string | null
  place: Place | null
  /** What a point does not tell. */
  geometry: Geometry | null
  /** The field of the layer that it is about. */
  field: string | null
  /** The repair that would mend it. */
  fix: string | null
}

export interface CheckPart {
  index: number
  layer: string
  read: number
  added: number
  changed: number
  removed: number
  unchanged: number
  /** Of all records, where the inspection looks at the first. */
  unmatched: Unmatched[]
}

export interface Sums {
  ratioPercent: number | null
  naturalM: number
  totalM: number
  segments: number
}

/** What the hand-in does to the ratio of a survey year; nothing before where it is the first of its year. */
export interface Effect {
  year: number
  before: Sums | null
  after: Sums
}

export interface Check {
  errors: number
  warnings: number
  notes: number
  parts: CheckPart[]
  effects: Effect[]
}

export const CHANGE_KINDS = ['added', 'changed', 'removed'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface FieldChange {
  name: string
  before: unknown
  after: unknown
}

export interface Change {
  layer: string
  kind: ChangeKind
  id: string
  fields: FieldChange[]
  /** Farthest that its shape moves. */
  movedM: number | null
  geometryBefore: Geometry | null
  geometryAfter: Geometry | null
}

export const readFinding: Reader<Finding> = (value, at) => {
  const json = object(value, at)
  return {
    code: json.get('code', text),
    severity: json.get('severity', oneOf(...SEVERITIES)),
    message: json.get('message', words),
    layer: json.or('layer', text, null),
    record: json.or('record', number, null) || null,
    featureId: json.or('featureId', text, null),
    place: json.or('place', place, null),
    geometry: json.or('geometry', geometry, null),
    field: json.or('field', text, null),
    fix: json.or('fix', text, null),
  }
}

export const readCheck: Reader<Check> = (value, at) => {
  const json = object(value, at)
  return {
    errors: json.get('errors', number),
    warnings: json.get('warnings', number),
    notes: json.get('notes', number),
    parts: json.list('parts', readCheckPart),
    effects: json.or('effects', listOf(readEffect), []),
  }
}

const readCheckPart: Reader<CheckPart> = (value, at) => {
  const json = object(value, at)
  return {
    index: json.get('index', number),
    layer: json.get('layer', text),
    read: json.get('read', number),
    added: json.get('added', number),
    changed: json.get('changed', number),
    removed: json.get('removed', number),
    unchanged: json.get('unchanged', number),
    unmatched: json.or('unmatched', listOf(readUnmatched), []),
  }
}

export const readEffect: Reader<Effect> = (value, at) => {
  const json = object(value, at)
  return { year: json.get('year', number), before: json.or('before', readSums, null), after: json.get('after', readSums) }
}

const readSums: Reader<Sums> = (value, at) => {
  const json = object(value, at)
  return {
    ratioPercent: json.or('ratioPercent', number, null),
    naturalM: json.get('naturalM', number),
    totalM: json.get('totalM', number),
    segments: json.get('segments', number),
  }
}

/** Values of any kind: the file's own fields come as they are. */
const anything: Reader<unknown> = (value) => value

export const readChange: Reader<Change> = (value, at) => {
  const json = object(value, at)
  return {
    layer: json.get('layer', text),
    kind: json.get('kind', oneOf(...CHANGE_KINDS)),
    id: json.get('id', text),
    fields: json.or('fields', listOf(readFieldChange), []),
    movedM: json.or('movedM', number, null),
    geometryBefore: json.or('geometryBefore', geometry, null),
    geometryAfter: json.or('geometryAfter', geometry, null),
  }
}

const readFieldChange: Reader<FieldChange> = (value, at) => {
  const json = object(value, at)
  return { name: json.get('name', text), before: json.or('before', anything, null), after: json.or('after', anything, null) }
}
