import { bbox, bool, listOf, number, object, recordOf, text, words, type Bbox, type Reader, type Text } from './narrow'

/** How a field of the file was taken for one of the catalogue, and how sure that is (0 … 1). */
export interface Match {
  field: string
  how: string
  score: number
}

export interface SourceField {
  name: string
  type: string
  samples: string[]
  mappedTo: string | null
  /** Share of the records that have a value; null where it was not counted. */
  fillRate: number | null
  mapping: Match | null
  proposals: Match[]
}

/** A way to read the coordinates, and where the data would then lie. */
export interface CrsAlternative {
  code: string
  name: Text
  bbox: Bbox | null
  swapped: boolean
  /** From the home area, 0 = there; null where that is not known. */
  distanceM: number | null
}

export interface CrsReading {
  code: string | null
  how: string
  reason: Text | null
  /** Whether nobody has to be asked. */
  settled: boolean
  distanceM: number | null
  /** What would put the data home, where the file says otherwise. */
  better: string | null
  alternatives: CrsAlternative[]
}

export interface EncodingCandidate {
  charset: string
  /** Whether all texts can be read in it. */
  valid: boolean
  samples: { field: string; values: string[] }[]
}

export interface Encoding {
  charset: string
  reason: string
  candidates: EncodingCandidate[]
}

/** A word of the file that the code list of its field does not know. */
export interface Unmatched {
  field: string
  word: string
  count: number
  suggestion: string | null
}

/** Something to be said about a layer before it is checked. */
export interface Remark {
  code: string
  severity: string
  message: Text
}

/** One layer of the file: what it was taken for. */
export interface Part {
  index: number
  sourceName: string
  format: string
  /** Null where the format does not tell before all is read. */
  count: number | null
  encoding: Encoding | null
  crs: CrsReading
  fields: SourceField[]
  unmatched: Unmatched[]
  layer: string | null
  candidates: { layer: string; score: number }[]
  year: number | null
  constants: Record<string, string>
  codes: Record<string, Record<string, string>>
  ignored: boolean
  mode: string
  repairs: string[]
  bbox: Bbox | null
  remarks: Remark[]
}

export const readPart: Reader<Part> = (value, at) => {
  const json = object(value, at)
  return {
    index: json.get('index', number),
    sourceName: json.get('sourceName', text),
    format: json.get('format', text),
    count: json.or('count', number, null),
    encoding: json.or('encoding', readEncoding, null),
    crs: json.get('crs', readCrs),
    fields: json.list('fields', readSourceField),
    unmatched: json.or('unmatched', listOf(readUnmatched), []),
    layer: json.or('layer', text, null),
    candidates: json.or('candidates', listOf(readCandidate), []),
    year: json.or('year', number, null),
    constants: json.or('constants', recordOf(text), {}),
    codes: json.or('codes', recordOf(recordOf(text)), {}),
    ignored: json.or('ignored', bool, false),
    mode: json.or('mode', text, 'replace-scope'),
    repairs: json.or('repairs', listOf(text), []),
    bbox: json.or('bbox', bbox, null),
    remarks: json.or('findings', listOf(readRemark), []),
  }
}

/** Words in both languages, or one name for both. */
const label: Reader<Text> = (value, at) => (typeof value === 'string' ? { zh: value, en: value } : words(value, at))

const readEncoding: Reader<Encoding> = (value, at) => {
  const json = object(value, at)
  return {
    charset: json.get('charset', text),
    reason: json.or('reason', text, 'assumed'),
    candidates: json.or('candidates', listOf(readEncodingCandidate), []),
  }
}

const readEncodingCandidate: Reader<EncodingCandidate> = (value, at) => {
  const json = object(value, at)
  return {
    charset: json.get('charset', text),
    valid: json.or('valid', bool, true),
    samples: json.or('samples', listOf(readSample), []),
  }
}

const readSample: Reader<{ field: string; values: string[] }> = (value, at) => {
  const json = object(value, at)
  return { field: json.get('field', text), values: json.or('values', listOf(text), []) }
}

const readCandidate: Reader<{ layer: string; score: number }> = (value, at) => {
  const json = object(value, at)
  return { layer: json.get('layer', text), score: json.or('score', number, 0) }
}

const readCrs: Reader<CrsReading> = (value, at) => {
  const json = object(value, at)
  const how = json.or('how', text, 'unknown')
  return {
    code: json.or('code', text, null),
    how,
    reason: json.or('reason', words, null),
    settled: json.or('settled', bool, how !== 'guessed' && how !== 'unknown'),
    distanceM: json.or('distanceM', number, null),
    better: json.or('better', text, null),
    alternatives: json.or('alternatives', listOf(readAlternative), []),
  }
}

const readAlternative: Reader<CrsAlternative> = (value, at) => {
  const json = object(value, at)
  const code = json.get('code', text)
  return {
    code,
    name: json.or('name', label, { zh: code, en: code }),
    bbox: json.or('bbox', bbox, null),
    swapped: json.or('swapped', bool, false),
    distanceM: json.or('distanceM', number, null),
  }
}

const readSourceField: Reader<SourceField> = (value, at) => {
  const json = object(value, at)
  return {
    name: json.get('name', text),
    type: json.or('type', text, 'text'),
    samples: json.or('samples', listOf(text), []),
    mappedTo: json.or('mappedTo', text, null),
    fillRate: json.or('fillRate', number, null),
    mapping: json.or('mapping', readMatch, null),
    proposals: json.or('proposals', listOf(readMatch), []),
  }
}

const readMatch: Reader<Match> = (value, at) => {
  const json = object(value, at)
  return { field: json.get('field', text), how: json.or('how', text, 'alias'), score: json.or('score', number, 1) }
}

export const readUnmatched: Reader<Unmatched> = (value, at) => {
  const json = object(value, at)
  return {
    field: json.get('field', text),
    word: json.get('word', text),
    count: json.or('count', number, 0),
    suggestion: json.or('suggestion', text, null),
  }
}

const readRemark: Reader<Remark> = (value, at) => {
  const json = object(value, at)
  return { code: json.get('code', text), severity: json.or('severity', text, 'note'), message: json.get('message', words) }
}
