import { API, get, post, withQuery } from './http'
import { readChange, type Change } from './checks'
import { bool, number, object, oneOf, recordOf, text, type Reader } from './narrow'

export interface Revision {
  id: number
  layer: string
  kind: 'import' | 'edit' | 'rollback'
  author: string
  at: string
  note: string
  sourceName: string | null
  sourceSha256: string | null
  sourceCrs: string | null
  added: number
  changed: number
  removed: number
  count: number
  current: boolean
  /** Repair → how often it was made on the way in. */
  repairs: Record<string, number>
}

export const readRevision: Reader<Revision> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', number),
    layer: json.get('layer', text),
    kind: json.get('kind', oneOf('import', 'edit', 'rollback')),
    author: json.or('author', text, ''),
    at: json.get('at', text),
    note: json.or('note', text, ''),
    sourceName: json.or('sourceName', text, null),
    sourceSha256: json.or('sourceSha256', text, null),
    sourceCrs: json.or('sourceCrs', text, null),
    added: json.get('added', number),
    changed: json.get('changed', number),
    removed: json.get('removed', number),
    count: json.or('count', number, 0),
    current: json.or('current', bool, false),
    repairs: json.or('repairs', recordOf(number), {}),
  }
}

/** Newest first. */
export async function fetchRevisions(layer: string, signal?: AbortSignal): Promise<Revision[]> {
  return object(await get(`/layers/${encodeURIComponent(layer)}/revisions`, signal)).list('revisions', readRevision)
}

/** What became of a layer between two of its revisions. */
export interface RevisionDiff {
  added: number
  changed: number
  removed: number
  /** As many as a person can look at; the counts count all. */
  changes: Change[]
}

/** `from` is the earlier one. */
export async function fetchDiff(layer: string, from: number, to: number, signal?: AbortSignal): Promise<RevisionDiff> {
  const json = object(await get(withQuery(`/layers/${encodeURIComponent(layer)}/diff`, { from, to, limit: 6000 }), signal))
  return {
    added: json.get('added', number),
    changed: json.get('changed', number),
    removed: json.get('removed', number),
    changes: json.list('changes', readChange),
  }
}

/** A new revision with the state of an older one. */
export async function rollBack(layer: string, revision: number, note: string): Promise<Revision> {
  return readRevision(await post(`/layers/${encodeURIComponent(layer)}/rollback`, { revision, note }), '$')
}

/** Formats a layer can be taken away in; a table without shapes only as a table. */
export const EXPORT_FORMATS = ['shp', 'gpkg', 'geojson', 'kml', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const TABLE_FORMATS: readonly ExportFormat[] = ['csv', 'xlsx']

/** Address of a layer as a file: one survey or all of it, now or at a revision. */
export const exportPath = (layer: string, what: { format: ExportFormat; year: number | null; revision: number | null }): string =>
  withQuery(`${API}/layers/${encodeURIComponent(layer)}/export`, what)
