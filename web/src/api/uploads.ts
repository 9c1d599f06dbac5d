import { get, post, put, remove, sendFile } from './http'
import {
  bbox, bool, listOf, number, object, oneOf, place, recordOf, text, words, type Bbox, type Place, type Reader, type Text,
} from './narrow'
import { readRevision, type Revision } from './revisions'

export interface SourceField {
  name: string
  type: string
  samples: string[]
  mappedTo: string | null
}

export interface Part {
  index: number
  sourceName: string
  format: string
  /** Null where the format does not tell before all is read. */
  count: number | null
  encoding: { charset: string; reason: string } | null
  crs: {
    code: string | null
    how: string
    reason: Text | null
    alternatives: { code: string; name: Text; bbox: Bbox | null }[]
  }
  fields: SourceField[]
  layer: string | null
  candidates: { layer: string; score: number }[]
  year: number | null
  constants: Record<string, string>
  ignored: boolean
  /** True when it adds and changes only; otherwise it states its scope whole and what it lacks is removed. */
  merge: boolean
  bbox: Bbox | null
}

export interface CheckPart {
  index: number
  layer: string
  read: number
  added: number
  changed: number
  removed: number
  unchanged: number
}

export interface Check {
  errors: number
  warnings: number
  notes: number
  parts: CheckPart[]
}

export interface Upload {
  id: string
  fileName: string
  sha256: string
  bytes: number
  state: 'inspected' | 'checked' | 'committed' | 'dropped'
  parts: Part[]
  check: Check | null
}

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
}

/** What the user decided about a part; what is left out keeps the server's guess. */
export interface Choice {
  index: number
  layer?: string
  crs?: string
  encoding?: string
  year?: number
  /** Field of the file → field of the catalogue; an empty string leaves it unmapped. */
  mapping?: Record<string, string>
  constants?: Record<string, string>
  ignored?: boolean
  merge?: boolean
}

const path = (id: string) => `/uploads/${encodeURIComponent(id)}`

export const sendUpload = async (file: File, onProgress: (share: number) => void): Promise<Upload> =>
  readUpload(await sendFile('/uploads', file, onProgress))
export const fetchUpload = async (id: string): Promise<Upload> => readUpload(await get(path(id)))
export const putChoices = async (id: string, parts: Choice[]): Promise<Upload> => readUpload(await put(path(id), { parts }))
export const checkUpload = async (id: string): Promise<Upload> => readUpload(await post(`${path(id)}/check`))
export const dropUpload = async (id: string): Promise<void> => void (await remove(path(id)))

export async function fetchFindings(id: string): Promise<{ total: number; findings: Finding[] }> {
  const json = object(await get(`${path(id)}/findings`))
  return { total: json.get('total', number), findings: json.list('findings', readFinding) }
}

export async function commitUpload(id: string, note: string): Promise<Revision[]> {
  return object(await post(`${path(id)}/commit`, { note })).list('revisions', readRevision)
}

export function readUpload(value: unknown): Upload {
  const json = object(value)
  return {
    id: json.get('id', text),
    fileName: json.get('fileName', text),
    sha256: json.or('sha256', text, ''),
    bytes: json.or('bytes', number, 0),
    state: json.get('state', oneOf('inspected', 'checked', 'committed', 'dropped')),
    parts: json.list('parts', readPart),
    check: json.or('check', readCheck, null),
  }
}

const readPart: Reader<Part> = (value, at) => {
  const json = object(value, at)
  return {
    index: json.get('index', number),
    sourceName: json.get('sourceName', text),
    format: json.get('format', text),
    count: json.or('count', number, null),
    encoding: json.or('encoding', readEncoding, null),
    crs: json.get('crs', readCrs),
    fields: json.list('fields', readSourceField),
    layer: json.or('layer', text, null),
    candidates: json.or('candidates', listOf(readCandidate), []),
    year: json.or('year', number, null),
    constants: json.or('constants', recordOf(text), {}),
    ignored: json.or('ignored', bool, false),
    merge: json.or('merge', bool, false),
    bbox: json.or('bbox', bbox, null),
  }
}

/** Words in both languages, or one name for both. */
const label: Reader<Text> = (value, at) => (typeof value === 'string' ? { zh: value, en: value } : words(value, at))

const readEncoding: Reader<{ charset: string; reason: string }> = (value, at) => {
  const json = object(value, at)
  return { charset: json.get('charset', text), reason: json.or('reason', text, 'assumed') }
}

const readCandidate: Reader<{ layer: string; score: number }> = (value, at) => {
  const json = object(value, at)
  return { layer: json.get('layer', text), score: json.or('score', number, 0) }
}

const readCrs: Reader<Part['crs']> = (value, at) => {
  const json = object(value, at)
  return {
    code: json.or('code', text, null),
    how: json.or('how', text, 'unknown'),
    reason: json.or('reason', words, null),
    alternatives: json.or('alternatives', listOf(readAlternative), []),
  }
}

const readAlternative: Reader<{ code: string; name: Text; bbox: Bbox | null }> = (value, at) => {
  const json = object(value, at)
  const code = json.get('code', text)
  return { code, name: json.or('name', label, { zh: code, en: code }), bbox: json.or('bbox', bbox, null) }
}

const readSourceField: Reader<SourceField> = (value, at) => {
  const json = object(value, at)
  return {
    name: json.get('name', text),
    type: json.or('type', text, 'text'),
    samples: json.or('samples', listOf(text), []),
    mappedTo: json.or('mappedTo', text, null),
  }
}

const readCheck: Reader<Check> = (value, at) => {
  const json = object(value, at)
  return {
    errors: json.get('errors', number),
    warnings: json.get('warnings', number),
    notes: json.get('notes', number),
    parts: json.list('parts', (part, p) => {
      const j = object(part, p)
      return {
        index: j.get('index', number),
        layer: j.get('layer', text),
        read: j.get('read', number),
        added: j.get('added', number),
        changed: j.get('changed', number),
        removed: j.get('removed', number),
        unchanged: j.get('unchanged', number),
      }
    }),
  }
}

const readFinding: Reader<Finding> = (value, at) => {
  const json = object(value, at)
  return {
    code: json.get('code', text),
    severity: json.get('severity', oneOf(...SEVERITIES)),
    message: json.get('message', words),
    layer: json.or('layer', text, null),
    record: json.or('record', number, null) || null,
    featureId: json.or('featureId', text, null),
    place: json.or('place', place, null),
  }
}
