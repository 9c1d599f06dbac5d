import { transformExtent } from 'ol/proj'
import type { Bbox } from '@/api/narrow'
import { dataProjections, map } from './olMap'

/** What the panels leave free of the map, in degrees. */
export const visibleBox = (): Bbox => inDegrees(map.getView().calculateExtent())

/** All of the map, also what lies beneath panels, in degrees; null while it is not drawn. */
export function wholeBox(): Bbox | null {
  const [width = 0, height = 0] = map.getSize() ?? []
  const [lower, upper] = [map.getCoordinateFromPixel([0, height]), map.getCoordinateFromPixel([width, 0])] as (number[] | null)[]
  return lower && upper && width > 0 ? inDegrees([...lower, ...upper]) : null
}

function inDegrees(extent: number[]): Bbox {
  const [west = -180, south = -90, east = 180, north = 90] = transformExtent(extent, dataProjections.featureProjection, dataProjections.dataProjection)
  const within = (value: number, most: number) => Math.max(-most, Math.min(most, Number(value.toFixed(6))))
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)]
}
