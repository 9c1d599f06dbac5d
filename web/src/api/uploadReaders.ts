import {
  bbox, bool, listOf, number, object, oneOf, place, recordOf, text, words, type Bbox, type Reader, type Text,
} from './narrow'
import { SEVERITIES, type Check, type Finding, type Part, type SourceField, type Upload } from './uploads'

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
    mode: json.or('mode', text, 'replace-scope'),
    repairs: json.or('repairs', listOf(text), []),
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
  }
}
