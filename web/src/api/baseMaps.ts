import { get } from './http'
import { listOf, number, object, oneOf, text, words, type Reader, type Text } from './narrow'

/** How a base map is cut into pictures: Tianditu's “w” and “c”. */
export const GRIDS = ['web-mercator', 'degrees'] as const
export type Grid = (typeof GRIDS)[number]

/** Pictures of another service that can lie under the map. */
export interface BaseMap {
  id: string
  title: Text
  grid: Grid
  /** Addresses of pictures, the lowest first. */
  tiles: string[]
  maxZoom: number | null
  attribution: Text | null
}

const readBaseMap: Reader<BaseMap> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    title: json.get('title', words),
    grid: json.get('grid', oneOf(...GRIDS)),
    tiles: json.get('tiles', listOf(text)),
    maxZoom: json.or('maxZoom', number, null),
    attribution: json.or('attribution', words, null),
  }
}

export const readBaseMaps = (value: unknown): BaseMap[] => object(value).list('baseMaps', readBaseMap)

/** The base maps of other services that the service is configured to let the page show; usually none. */
export const fetchBaseMaps = async (): Promise<BaseMap[]> => readBaseMaps(await get('/base-maps'))
