import { get, post } from './http'
import { bool, number, object, oneOf, text, type Reader } from './narrow'

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
  }
}

/** Newest first. */
export async function fetchRevisions(layer: string, signal?: AbortSignal): Promise<Revision[]> {
  return object(await get(`/layers/${encodeURIComponent(layer)}/revisions`, signal)).list('revisions', readRevision)
}

/** A new revision with the state of an older one. */
export async function rollBack(layer: string, revision: number, note: string): Promise<Revision> {
  return readRevision(await post(`/layers/${encodeURIComponent(layer)}/rollback`, { revision, note }), '$')
}
