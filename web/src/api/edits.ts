import type { Geometry } from 'geojson'
import { readChange, readEffect, readFinding, type Change, type Effect, type Finding } from './checks'
import { post } from './http'
import { listOf, number, object } from './narrow'
import { readRevision, type Revision } from './revisions'

/** A feature as it shall be; without an id a new one. What is left out stays as it is. */
export interface EditPut {
  id?: string
  properties?: Record<string, unknown>
  geometry?: Geometry
}

/** Features of one layer that somebody changed by hand, over the revision that they had before them. */
export interface EditBody {
  base: number
  note?: string
  put: EditPut[]
  remove: string[]
}

/** What the checks say of an edit, what it changes and does to the ratio, and the revision where it was kept. */
export interface EditAnswer {
  errors: number
  warnings: number
  notes: number
  findings: Finding[]
  effects: Effect[]
  changes: Change[]
  revision: Revision | null
}

const path = (layer: string) => `/layers/${encodeURIComponent(layer)}/edits`

export const checkEdit = async (layer: string, body: EditBody, signal?: AbortSignal): Promise<EditAnswer> =>
  readEditAnswer(await post(`${path(layer)}/check`, body, {}, signal))
export const saveEdit = async (layer: string, body: EditBody): Promise<EditAnswer> => readEditAnswer(await post(path(layer), body))

export function readEditAnswer(value: unknown): EditAnswer {
  const json = object(value)
  return {
    errors: json.get('errors', number),
    warnings: json.get('warnings', number),
    notes: json.get('notes', number),
    findings: json.list('findings', readFinding),
    effects: json.or('effects', listOf(readEffect), []),
    changes: json.or('changes', listOf(readChange), []),
    revision: json.or('revision', readRevision, null),
  }
}
