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
  /** So much natural coast may still be lost before the target is missed; negative: so much is missing; null without a target. */
  marginM: number | null
}

export interface RetentionRow extends Figures {
  code: string
  name: string
}

export interface Retention {
  surveyYear: number
  by: Grouping
  rules: { id: string; version: string }
  /** What the ratio is held against; no id where only a number was asked for. */
  target: { percent: number; id: string | null } | null
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
  /** Id of a target; null = the server's usual one. */
  target?: string | null
  /** Takes each row apart by type of coast. */
  across?: 'type2' | null
  format?: FigureFormat
  lang?: string | null
}

/** Files that the server makes of a figure: a page to print, a workbook, a table. */
export const FIGURE_FILES = ['html', 'xlsx', 'csv'] as const
export type FigureFormat = (typeof FIGURE_FILES)[number]

/** The address that gives this figure again; also the one people are shown. */
export const retentionPath = ({ year, by, rules, target, across, format, lang }: RetentionQuery): string =>
  withQuery(`${API}/coast/retention`, { year, by, rules, target, across, format, lang })

export async function fetchRetention(query: RetentionQuery, signal?: AbortSignal): Promise<Retention> {
  return readRetention(await get(retentionPath(query).slice(API.length), signal))
}

/** Metres of coast of each type in each row of a grouping. */
export interface CoastTypes {
  columns: { code: string; name: string }[]
  rows: { code: string; name: string; totalM: number; lengths: Record<string, number> }[]
}

export async function fetchCoastTypes(query: RetentionQuery, signal?: AbortSignal): Promise<CoastTypes> {
  return readCoastTypes(await get(retentionPath({ ...query, across: 'type2' }).slice(API.length), signal))
}

export function readCoastTypes(value: unknown): CoastTypes {
  const json = object(value)
  return {
    columns: json.list('columns', named),
    rows: json.list('rows', (row, path) => {
      const r = object(row, path)
      const cells = r.list('cells', (cell, at) => {
        const c = object(cell, at)
        return [c.get('column', text), c.get('totalM', number)] as const
      })
      return { ...named(row, path), totalM: r.get('totalM', number), lengths: Object.fromEntries(cells) }
    }),
  }
}

const named: Reader<{ code: string; name: string }> = (value, path) => {
  const json = object(value, path)
  return { code: json.get('code', text), name: json.get('name', text) }
}

export function readRetention(value: unknown): Retention {
  const json = object(value)
  return {
    surveyYear: json.get('surveyYear', number),
    by: json.get('by', oneOf(...GROUPINGS)),
    rules: json.get('rules', readRules),
    target: json.or('target', readTarget, null),
    lengthMethod: json.get('lengthMethod', text),
    revisions: json.or('revisions', recordOf(number), {}),
    total: json.get('total', readFigures),
    rows: json.list('rows', readRow),
    unassigned: json.get('unassigned', readFigures),
    warnings: json.or('warnings', listOf(words), []),
  }
}

const readTarget: Reader<{ percent: number; id: string | null }> = (value, path) => {
  const json = object(value, path)
  return { percent: json.get('percent', number), id: json.or('id', text, null) }
}

export const readRules: Reader<{ id: string; version: string }> = (value, path) => {
  const json = object(value, path)
  const version: Reader<string> = (v, at) => (typeof v === 'number' ? String(v) : text(v, at))
  return { id: json.get('id', text), version: json.get('version', version) }
}

export const readFigures: Reader<Figures> = (value, path) => {
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
    marginM: json.or('marginM', number, null),
  }
}

const readRow: Reader<RetentionRow> = (value, path) => ({ ...named(value, path), ...readFigures(value, path) })
