import type { FeatureLike } from 'ol/Feature'
import { MultiPoint, Polygon, type Geometry, type LineString } from 'ol/geom'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import { ACCENT, FONT } from './theme'

const line = [
  new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 6 }) }),
  new Style({ stroke: new Stroke({ color: ACCENT, width: 2.5, lineDash: [8, 4] }), fill: new Fill({ color: `${ACCENT}1f` }) }),
  new Style({
    geometry: (feature) => new MultiPoint(cornersOf(feature.getGeometry() as Geometry)),
    image: new CircleStyle({ radius: 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ACCENT, width: 2 }) }),
  }),
]

/** What was measured, with its figure at its end or in its middle. */
export function measuredStyle(feature: FeatureLike): Style[] {
  const text = new Text({
    text: String(feature.get('word') ?? ''),
    font: `600 13px ${FONT}`,
    overflow: true,
    ...(feature.getGeometry()?.getType() === 'LineString' ? { placement: 'point' as const, offsetY: -16 } : {}),
    fill: new Fill({ color: '#fff' }),
    backgroundFill: new Fill({ color: ACCENT }),
    padding: [3, 6, 1, 6],
  })
  return [...line, new Style({ text })]
}

const cornersOf = (shape: Geometry) =>
  shape instanceof Polygon ? (shape.getCoordinates()[0] ?? []) : (shape as LineString).getCoordinates()
