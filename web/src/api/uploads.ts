import { get, post, put, remove, sendFile } from './http'
import { number, object, type Bbox, type Place, type Text } from './narrow'
import { readRevision, type Revision } from './revisions'
import { readFinding, readUpload } from './uploadReaders'

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
  mode: string
  repairs: string[]
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
  mode?: string
  repairs?: string[]
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
