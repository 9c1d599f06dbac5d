import { get, withQuery } from './http'
import { bbox, bool, object, text, type Bbox, type Reader } from './narrow'

/** A feature that fits searched words, and where it lies. */
export interface SearchHit {
  layer: string
  id: string
  name: string
  /** The name or code that fits. */
  matched: string
  bbox: Bbox | null
}

export interface SearchAnswer {
  hits: SearchHit[]
  /** Whether others fit, too. */
  more: boolean
}

const readHit: Reader<SearchHit> = (value, path) => {
  const json = object(value, path)
  return {
    layer: json.get('layer', text),
    id: json.get('id', text),
    name: json.get('name', text),
    matched: json.get('matched', text),
    bbox: json.or('bbox', bbox, null),
  }
}

export function readSearch(value: unknown): SearchAnswer {
  const json = object(value)
  return { hits: json.list('hits', readHit), more: json.get('more', bool) }
}

/** Features of all layers by name or code, the best first. */
export const search = async (words: string, year: number | null, signal: AbortSignal): Promise<SearchAnswer> =>
  readSearch(await get(withQuery('/search', { q: words, year }), signal))
