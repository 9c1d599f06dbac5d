import { readPage, type Item } from './features'
import { request, withQuery } from './http'
import { number, object, type Bbox } from './narrow'

/** Which rows of a layer's table, and in which order. */
export interface RowsQuery {
  /** CQL2 text. */
  filter: string | null
  /** Name of a property, with a minus for falling values. */
  sort: string | null
  bbox: Bbox | null
  limit: number
}

export interface RowsPage {
  rows: Item[]
  /** How many there are on all pages; null where counting would take long. */
  total: number | null
  next: string | null
}

/** Address of the first page of a layer's rows; shapes stay away. */
export const rowsPath = (layer: string, { filter, sort, bbox, limit }: RowsQuery): string =>
  withQuery(`/ogc/collections/${encodeURIComponent(layer)}/items`, {
    f: 'json',
    skipGeometry: 'true',
    limit,
    sortby: sort,
    filter,
    bbox: bbox?.join(',') ?? null,
  })

/** A page of rows, by the address of the first one or the `next` of another. */
export async function fetchRows(path: string, signal: AbortSignal): Promise<RowsPage> {
  const json = await request('GET', path, undefined, signal)
  const { items, next } = readPage(json)
  return { rows: items, total: object(json).or('numberMatched', number, null), next }
}
