import type { Geometry } from 'geojson'
import { API, request, withQuery } from './http'
import { number, object, oneOf, text, type Bbox, type Reader } from './narrow'

export interface Item {
  id: string
  geometry: Geometry | null
  properties: Record<string, unknown>
}

interface Page {
  items: Item[]
  next: string | null
}

const PAGE_SIZE = 5000

/** All features of a layer, page after page; each page is handed over as it comes. */
export async function fetchItems(
  layer: string,
  params: { year?: number | null },
  onPage: (items: Item[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let path: string | null = withQuery(`${API}/layers/${encodeURIComponent(layer)}/items`, { ...params, limit: PAGE_SIZE })
  while (path !== null) {
    const page: Page = readPage(await request('GET', path, undefined, signal))
    onPage(page.items)
    path = page.next
  }
}

/** One feature, as it is now. */
export const fetchFeature = async (layer: string, id: string): Promise<Item> =>
  readItem(await request('GET', `/ogc/collections/${encodeURIComponent(layer)}/items/${encodeURIComponent(id)}`), '$')

/** What lies in a box, of one survey where the layer has surveys, whether that is all of it, and the revision that it is of. */
export async function fetchNear(layer: string, box: Bbox, year: number | null, signal?: AbortSignal): Promise<{ items: Item[]; whole: boolean; revision: number | null }> {
  const path = withQuery(`${API}/layers/${encodeURIComponent(layer)}/items`, { bbox: box.join(','), year, limit: PAGE_SIZE })
  const json = await request('GET', path, undefined, signal)
  const { items, next } = readPage(json)
  return { items, whole: next === null, revision: object(json).or('revision', number, null) }
}

/** The first features that a filter (CQL2 text) lets through, and how many it does in all; null where counting would take long. */
export async function fetchMatching(layer: string, filter: string, limit: number, signal: AbortSignal): Promise<{ items: Item[]; total: number | null }> {
  const json = await request('GET', withQuery(`/ogc/collections/${encodeURIComponent(layer)}/items`, { f: 'json', filter, limit }), undefined, signal)
  return { items: readPage(json).items, total: object(json).or('numberMatched', number, null) }
}

export function readPage(value: unknown): Page {
  const json = object(value)
  json.get('type', oneOf('FeatureCollection'))
  const links = json.or('links', (v, p) => (Array.isArray(v) ? v.map((l, i) => object(l, `${p}[${i}]`)) : []), [])
  const next = links.find((link) => link.or('rel', text, '') === 'next')
  return { items: json.list('features', readItem), next: next ? ownPath(next.get('href', text)) : null }
}

const readItem: Reader<Item> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', (id, at) => (typeof id === 'number' ? String(id) : text(id, at))),
    geometry: json.or('geometry', geometry, null),
    properties: json.or('properties', (p, at) => (object(p, at), p as Record<string, unknown>), {}),
  }
}

/** The outer shape only: the map library reads the coordinates and would be slowed down by a second look at each. */
export const geometry: Reader<Geometry> = (value, path) => {
  object(value, path).get(
    'type',
    oneOf('Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'),
  )
  return value as Geometry
}

/** A link's path and query; the host is dropped, so that the page never leaves its own. */
function ownPath(href: string): string {
  const url = new URL(href, 'http://own.invalid')
  return url.pathname + url.search
}

export const areaOf = (item: Item): number | null => measure(item.properties['area_m2'])
export const lengthOf = (item: Item): number | null => measure(item.properties['length_m'])

function measure(value: unknown): number | null {
  try {
    return value === null || value === undefined ? null : number(value, 'measure')
  } catch {
    return null
  }
}
