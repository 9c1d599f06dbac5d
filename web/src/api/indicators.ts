import { API, get, post, withQuery } from './http'
import { listOf, number, object, oneOf, recordOf, text, words, type Reader, type Text } from './narrow'

/** How an indicator stands against its target. */
export const STATES = ['met', 'on-the-way', 'missed', 'no-data'] as const
export type IndicatorState = (typeof STATES)[number]
/** Whether an indicator binds, is expected, or leads the way. */
export const KINDS = ['binding', 'expected', 'leading'] as const
export type IndicatorKind = (typeof KINDS)[number]

/** A value of an indicator on a day: printed in the plan, entered, or computed from layers. */
export interface IndicatorValue {
  date: string
  value: number | null
  text: string | null
  origin: 'plan' | 'entered' | 'computed'
  source: string
  note: string
}

/** Two sources that say different things about an indicator. */
export interface Contradiction {
  label: Text
  first: { value: string; source: string }
  second: { value: string; source: string }
  note: string
}

export interface Indicator {
  no: number
  domain: string
  name: string
  unit: string | null
  kind: IndicatorKind | null
  base: { printed: string; number: number | null }
  target: { printed: string; number: number | null; text: string | null }
  note: string
  state: IndicatorState
  why: Text
  current: IndicatorValue | null
  series: IndicatorValue[]
  details: { name: Text; sharePercent: number | null }[]
  conflicts: Contradiction[]
}

export interface Indicators {
  baseYear: number
  targetYear: number
  revisions: Record<string, number>
  rows: Indicator[]
}

/** What is entered for an indicator: a number or words, and where they come from. */
export interface NewValue {
  date: string
  value?: number
  text?: string
  source: string
  note: string
  judgement?: IndicatorState
}

export const INDICATOR_FILES = ['html', 'xlsx', 'csv'] as const
export type IndicatorFormat = (typeof INDICATOR_FILES)[number]
export const indicatorsPath = (query: { state?: string | null; format?: IndicatorFormat; lang?: string | null } = {}): string => withQuery(`${API}/indicators`, query)

export const fetchIndicators = async (signal: AbortSignal): Promise<Indicators> => readIndicators(await get('/indicators', signal))
export const enterValue = async (no: number, value: NewValue): Promise<void> => void (await post(`/indicators/${no}/values`, value))

export function readIndicators(value: unknown): Indicators {
  const json = object(value)
  return {
    baseYear: json.get('baseYear', number),
    targetYear: json.get('targetYear', number),
    revisions: json.or('revisions', recordOf(number), {}),
    rows: json.list('rows', readIndicator),
  }
}

const readIndicator: Reader<Indicator> = (value, path) => {
  const json = object(value, path)
  return {
    no: json.get('no', number),
    domain: json.or('domain', text, ''),
    name: json.get('name', text),
    unit: json.or('unit', text, null),
    kind: json.or('kind', oneOf(...KINDS), null),
    base: json.get('base', readPrinted),
    target: json.get('target', (target, at) => ({ ...readPrinted(target, at), text: object(target, at).or('text', text, null) })),
    note: json.or('note', text, ''),
    state: json.get('state', oneOf(...STATES)),
    why: json.get('why', words),
    current: json.or('current', readValue, null),
    series: json.list('series', readValue),
    details: json.or('details', listOf(readDetail), []),
    conflicts: json.or('conflicts', listOf(readConflict), []),
  }
}

const readPrinted: Reader<{ printed: string; number: number | null }> = (value, path) => {
  const json = object(value, path)
  return { printed: json.or('printed', text, ''), number: json.or('number', number, null) }
}

const readValue: Reader<IndicatorValue> = (value, path) => {
  const json = object(value, path)
  return {
    date: json.get('date', text),
    value: json.or('value', number, null),
    text: json.or('text', text, null),
    origin: json.get('origin', oneOf('plan', 'entered', 'computed')),
    source: json.or('source', text, ''),
    note: json.or('note', text, ''),
  }
}

const readDetail: Reader<Indicator['details'][number]> = (value, path) => {
  const json = object(value, path)
  return { name: json.get('name', words), sharePercent: json.or('sharePercent', number, null) }
}

const readConflict: Reader<Contradiction> = (value, path) => {
  const json = object(value, path)
  const side: Reader<Contradiction['first']> = (one, at) => ({ value: object(one, at).or('value', text, ''), source: object(one, at).or('source', text, '') })
  return { label: json.get('label', words), first: json.get('first', side), second: json.get('second', side), note: json.or('note', text, '') }
}
