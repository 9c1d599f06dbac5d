import { transformExtent } from 'ol/proj'
import type { Bbox } from '@/api/narrow'
import { dataProjections, map } from './olMap'

/** What the panels leave free of the map, in degrees. */
export function visibleBox(): Bbox {
  const [west = -180, south = -90, east = 180, north = 90] = transformExtent(
    map.getView().calculateExtent(),
    dataProjections.featureProjection,
    dataProjections.dataProjection,
  )
  const within = (value: number, most: number) => Math.max(-most, Math.min(most, Number(value.toFixed(6))))
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)]
}
