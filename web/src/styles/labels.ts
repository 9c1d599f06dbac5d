import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import { FONT } from './theme'

/** From which zoom the names of a rank are shown. */
const FROM_ZOOM: Record<number, number> = { 1: 0, 2: 11.5, 3: 13 }
const WATER = new Set(['bay', 'sea'])

/** Names of the base map; the greater the place, the larger the name, water in its own colour. */
export function placeLabel(feature: FeatureLike, name: string, zoom: number): Style | null {
  const rank = Number(feature.get('rank') ?? 3)
  if (zoom < (FROM_ZOOM[rank] ?? 13)) return null
  const water = WATER.has(String(feature.get('kind')))
  const size = rank === 1 ? 14 : 12
  return new Style({
    zIndex: -rank,
    ...(water ? {} : { image: dot }),
    text: new Text({
      text: name,
      font: `${water ? 'italic ' : ''}${rank === 1 ? '600 ' : ''}${size}px ${FONT}`,
      fill: new Fill({ color: water ? '#3b6d8c' : '#4a4a44' }),
      stroke: new Stroke({ color: water ? '#eaf2f7' : '#f7f5f0', width: 3 }),
      ...(water ? {} : { offsetY: -11 }),
    }),
  })
}

const dot = new CircleStyle({ radius: 2.5, fill: new Fill({ color: '#6b6b63' }), stroke: new Stroke({ color: '#fff', width: 1 }) })
