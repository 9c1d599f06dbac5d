import { API, get, withQuery } from './http'
import { listOf, number, object, oneOf, recordOf, text, words, type Reader, type Text } from './narrow'

export const GROUPINGS = ['city', 'town', 'bay', 'protection', 'space'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Lengths in metres; `ratioPercent` is null where nothing is counted. */
export interface Figures {
  segments: number
  totalM: number
  naturalM: number
  natureLikeM: number
  estuaryM: number
  artificialM: number
  ratioPercent: number | null
  countedNaturalM: number
  countedTotalM: number
}

export interface RetentionRow extends Figures {
  code: string
  name: string
}

export interface Retention {
  surveyYear: number
  by: Grouping
  rules: { id: string; version: string }
  lengthMethod: string
  revisions: Record<string, number>
  total: Figures
  rows: RetentionRow[]
  unassigned: Figures
  warnings: Text[]
}

export interface RetentionQuery {
  year: number
  by: Grouping
  rules: string
  format?: 'json' | 'csv'
}

/** The address that gives this figure again; also the one people are shown. */
export const retentionPath = ({ year, by, rules, format }: RetentionQuery): string =>
  withQuery(`${API}/coast/retention`, { year, by, rules, format })

export async function fetchRetention(query: RetentionQuery, signal?: AbortSignal): Promise<Retention> {
  return readRetention(await get(retentionPath(query).slice(API.length), signal))
}

export function readRetention(value: unknown): Retention {
  const json = object(value)
  return {
    surveyYear: json.get('surveyYear', number),
    by: json.get('by', oneOf(...GROUPINGS)),
    rules: json.get('rules', readRules),
    lengthMethod: json.get('lengthMethod', text),
    revisions: json.or('revisions', recordOf(number), {}),
    total: json.get('total', readFigures),
    rows: json.list('rows', readRow),
    unassigned: json.get('unassigned', readFigures),
    warnings: json.or('warnings', listOf(words), []),
  }
}

const readRules: Reader<{ id: string; version: string }> = (value, path) => {
  const json = object(value, path)
  const version: Reader<string> = (v, at) => (typeof v === 'number' ? String(v) : text(v, at))
  return { id: json.get('id', text), version: json.get('version', version) }
}

const readFigures: Reader<Figures> = (value, path) => {
  const json = object(value, path)
  return {
    segments: json.get('segments', number),
    totalM: json.get('totalM', number),
    naturalM: json.get('naturalM', number),
    natureLikeM: json.get('natureLikeM', number),
    estuaryM: json.get('estuaryM', number),
    artificialM: json.get('artificialM', number),
    ratioPercent: json.or('ratioPercent', number, null),
    countedNaturalM: json.get('countedNaturalM', number),
    countedTotalM: json.get('countedTotalM', number),
  }
}

const readRow: Reader<RetentionRow> = (value, path) => {
  const json = object(value, path)
  return { code: json.get('code', text), name: json.get('name', text), ...readFigures(value, path) }
}
