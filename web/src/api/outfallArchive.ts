import { attachment, type Attachment } from './attachments'
import { API, request, withQuery } from './http'
import { bool, listOf, number, object, recordOf, text, words, type Reader, type Text } from './narrow'
import { ledgerEntry, permitEntered, signEntered, type Entered, type EntryBody, type Permit, type Sign } from './outfallLedger'
import { readOutfall, type Outfall, type OutfallFile } from './outfalls'

/** A step of the remediation that counts: who entered it, for which day, and what it left. */
export interface OutfallStep {
  number: number
  on: string
  author: string
  label: Text
  state: string
  remark: string
  attachments: string[]
}

export interface PlanTask {
  number: number
  what: string
  unit: string
  deadline: string | null
  doneOn: string | null
  overdue: boolean
}

/** The plan for one outfall, with its tasks. */
export interface OutfallPlan {
  title: string
  unit: string
  deadline: string | null
  tasks: PlanTask[]
}

/** Something that lies at or near an outfall. */
export interface Nearby {
  layer: string
  id: string
  name: string
  distanceM: number
}

/** What the checks by place found. */
export interface OutfallPlace {
  coast: Nearby | null
  bay: Nearby | null
  near: Nearby[]
  findings: { code: string; severity: string; text: Text }[]
}

/** A source that was traced to the outfall, and the outfalls that it feeds. */
export interface OutfallSource {
  code: string
  name: string
  kind: string
  party: string
  outfalls: string[]
}

/** All that is kept of one outfall. */
export interface OutfallArchive {
  outfall: Outfall
  attributes: Record<string, unknown>
  allowedSteps: string[]
  /** Those that count. */
  steps: OutfallStep[]
  /** All that was ever entered, the oldest first. */
  entries: Entered<EntryBody>[]
  plan: OutfallPlan | null
  permit: Entered<Permit> | null
  signs: Entered<Sign>[]
  sources: OutfallSource[]
  place: OutfallPlace | null
  attachments: Attachment[]
}

/** A sample of an outfall's water; `exceeding` names what is above its limit. */
export interface Reading {
  sampled: string
  values: Record<string, number>
  exceeding: string[]
}

export interface ReadingSeries {
  standard: string
  units: Record<string, string>
  limits: Record<string, number>
  /** Quarters without a sample between others. */
  missing: string[]
  readings: Reading[]
}

const pathOf = (code: string) => `${API}/outfalls/${encodeURIComponent(code)}`

/** Address of the archive, or of the readings, as a file or a page to print. */
export const archivePath = (code: string, format: OutfallFile, lang: string | null): string => withQuery(pathOf(code), { format, lang })
export const readingsPath = (code: string, format: OutfallFile, lang: string | null): string => withQuery(`${pathOf(code)}/readings`, { format, lang })

export const fetchArchive = async (code: string, signal: AbortSignal): Promise<OutfallArchive> =>
  readArchive(await request('GET', pathOf(code), undefined, signal))
export const fetchReadings = async (code: string, signal: AbortSignal): Promise<ReadingSeries> =>
  readSeries(await request('GET', `${pathOf(code)}/readings`, undefined, signal))

export function readArchive(value: unknown): OutfallArchive {
  const json = object(value)
  return {
    outfall: json.get('outfall', readOutfall),
    attributes: json.get('attributes', (v, path) => (object(v, path), v as Record<string, unknown>)),
    allowedSteps: json.or('allowedSteps', listOf(text), []),
    steps: json.or('steps', listOf(step), []),
    entries: json.or('entries', listOf(ledgerEntry), []),
    plan: json.or('plan', plan, null),
    permit: json.or('permit', permitEntered, null),
    signs: json.or('signs', listOf(signEntered), []),
    sources: json.or('sources', listOf(source), []),
    place: json.or('place', outfallPlace, null),
    attachments: json.or('attachments', listOf(attachment), []),
  }
}

export function readSeries(value: unknown): ReadingSeries {
  const json = object(value)
  return {
    standard: json.or('standard', text, ''),
    units: json.or('units', recordOf(text), {}),
    limits: json.or('limits', recordOf(number), {}),
    missing: json.or('missing', listOf(text), []),
    readings: json.list('readings', (one, path) => {
      const r = object(one, path)
      return { sampled: r.get('sampled', text), values: r.get('values', recordOf(number)), exceeding: r.or('exceeding', listOf(text), []) }
    }),
  }
}

const step: Reader<OutfallStep> = (value, path) => {
  const json = object(value, path)
  return {
    number: json.get('number', number),
    on: json.get('on', text),
    author: json.or('author', text, ''),
    label: json.get('label', words),
    state: json.get('state', text),
    remark: json.or('remark', text, ''),
    attachments: json.or('attachments', listOf(text), []),
  }
}

const plan: Reader<OutfallPlan> = (value, path) => {
  const json = object(value, path)
  return {
    title: json.or('title', text, ''),
    unit: json.or('unit', text, ''),
    deadline: json.or('deadline', text, null),
    tasks: json.or('tasks', listOf(task), []),
  }
}

const task: Reader<PlanTask> = (value, path) => {
  const json = object(value, path)
  return {
    number: json.get('number', number),
    what: json.or('what', text, ''),
    unit: json.or('unit', text, ''),
    deadline: json.or('deadline', text, null),
    doneOn: json.or('doneOn', text, null),
    overdue: json.or('overdue', bool, false),
  }
}

const source: Reader<OutfallSource> = (value, path) => {
  const json = object(value, path)
  return {
    code: json.get('code', text),
    name: json.or('name', text, ''),
    kind: json.or('kind', text, ''),
    party: json.or('party', text, ''),
    outfalls: json.or('outfalls', listOf(text), []),
  }
}

const nearby: Reader<Nearby> = (value, path) => {
  const json = object(value, path)
  return {
    layer: json.get('layer', text),
    id: json.get('id', text),
    name: json.or('name', text, ''),
    distanceM: json.or('distanceM', number, 0),
  }
}

const outfallPlace: Reader<OutfallPlace> = (value, path) => {
  const json = object(value, path)
  return {
    coast: json.or('coast', nearby, null),
    bay: json.or('bay', nearby, null),
    near: json.or('near', listOf(nearby), []),
    findings: json.or('findings', listOf(finding), []),
  }
}

const finding: Reader<{ code: string; severity: string; text: Text }> = (value, path) => {
  const json = object(value, path)
  return { code: json.get('code', text), severity: json.get('severity', text), text: json.get('text', words) }
}
