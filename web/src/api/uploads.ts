import { API, get, post, put, remove, sendFiles, withQuery } from './http'
import { listOf, number, object, recordOf } from './narrow'
import { readChange, readEffect, readFinding, type Change, type ChangeKind, type Check, type Effect, type Finding, type Severity } from './checks'
import { readJob, type Job } from './jobs'
import type { Part } from './parts'
import { readHead, readUpload } from './uploadReaders'

export const UPLOAD_STATES = ['inspected', 'checked', 'committed', 'dropped', 'expired'] as const
export type UploadState = (typeof UPLOAD_STATES)[number]

/** A hand-in without what is in it. */
export interface UploadHead {
  id: string
  fileName: string
  sha256: string
  bytes: number
  receivedAt: string | null
  state: UploadState
  /** The newest check or commit, under way or ended. */
  job: Job | null
}

export interface Upload extends UploadHead {
  parts: Part[]
  check: Check | null
}

export const MODES = ['replace-scope', 'replace-all', 'upsert', 'append'] as const
/** From those that change no figure to those that may; the first two are usual. */
export const REPAIRS = ['drop-duplicate-vertices', 'reverse-rings', 'make-valid', 'snap'] as const

/** What the user decided about a part; what is left out stays as it was. */
export interface Choice {
  index: number
  layer?: string
  crs?: string
  encoding?: string
  year?: number
  /** Field of the file → field of the catalogue; an empty string leaves it unmapped. */
  mapping?: Record<string, string>
  ignored?: boolean
  mode?: string
  repairs?: string[]
  /** Field of the file → its word → code; an empty code leaves the value out. All of them: these replace those chosen before. */
  codes?: Record<string, Record<string, string>>
}

const path = (id: string) => `/uploads/${encodeURIComponent(id)}`
/** The answer comes at once; how the job fares is told by its events. */
const AT_ONCE = { Prefer: 'respond-async' }

export const sendUpload = async (files: File[], onProgress: (share: number) => void): Promise<Upload> =>
  readUpload(await sendFiles('/uploads', files, onProgress))
export const fetchUpload = async (id: string): Promise<Upload> => readUpload(await get(path(id)))
export const fetchOpenUploads = async (): Promise<UploadHead[]> => object(await get('/uploads')).list('uploads', readHead)
export const putChoices = async (id: string, parts: Choice[]): Promise<Upload> => readUpload(await put(path(id), { parts }))
export const dropUpload = async (id: string): Promise<void> => void (await remove(path(id)))

export const startCheck = async (id: string): Promise<Job> => jobOf(await post(`${path(id)}/check`, {}, AT_ONCE))
export const startCommit = async (id: string, note: string): Promise<Job> => jobOf(await post(`${path(id)}/commit`, { note }, AT_ONCE))
export const cancelJob = async (id: string): Promise<void> => void (await post(`${path(id)}/cancel`))

const jobOf = (answer: unknown): Job => object(answer).get('job', readJob)

/** One page of a list; `next` is where the next one begins. */
export interface Paging {
  limit: number
  after: number
}

export interface FindingFilter {
  severity: Severity | null
  code: string | null
}

export interface FindingsPage {
  /** Found, kept, and of those kept: fitting the filter. */
  total: number
  kept: number
  matching: number
  codes: Record<string, number>
  /** Repair → findings that it would mend. */
  fixes: Record<string, number>
  next: number | null
  findings: Finding[]
}

export async function fetchFindings(id: string, filter: FindingFilter, paging: Paging): Promise<FindingsPage> {
  const json = object(await get(withQuery(`${path(id)}/findings`, { ...filter, ...paging })))
  const findings = json.list('findings', readFinding)
  return {
    total: json.get('total', number),
    kept: json.get('kept', number),
    matching: json.get('matching', number),
    codes: json.or('codes', recordOf(number), {}),
    fixes: json.or('fixes', recordOf(number), {}),
    next: json.or('next', number, null),
    findings,
  }
}

export const FINDING_FORMATS = ['xlsx', 'csv', 'geojson'] as const
/** All findings that fit the filter, as a file. */
export const findingsFile = (id: string, filter: FindingFilter, format: string): string =>
  withQuery(`${API}${path(id)}/findings`, { ...filter, format })

/** The choices about a part as a document that the next hand-in of its kind can be read with. */
export const mappingFile = (id: string, part: number): string => withQuery(`${API}${path(id)}/mapping`, { part })

export interface ChangeFilter {
  kind: ChangeKind | null
  layer: string | null
}

export interface ChangesPage {
  matching: number
  next: number | null
  changes: Change[]
  effects: Effect[]
}

export async function fetchChanges(id: string, filter: ChangeFilter, paging: Paging): Promise<ChangesPage> {
  const json = object(await get(withQuery(`${path(id)}/diff`, { ...filter, ...paging })))
  return {
    matching: json.get('matching', number),
    next: json.or('next', number, null),
    changes: json.list('changes', readChange),
    effects: json.or('effects', listOf(readEffect), []),
  }
}

