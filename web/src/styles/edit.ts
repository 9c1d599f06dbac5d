import type { FeatureLike } from 'ol/Feature'
import { GeometryCollection, LineString, MultiPoint, Point, type Geometry } from 'ol/geom'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { ACCENT } from './theme'

/** Colour of what is changed and not saved; on no class of the catalogue. */
const CHANGED = '#c2185b'

const casing = new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 6 }) })
const body = (colour: string, dash: number[] | undefined) =>
  new Style({
    stroke: new Stroke({ color: colour, width: 3, ...(dash ? { lineDash: dash } : {}) }),
    fill: new Fill({ color: `${colour}1f` }),
    image: new CircleStyle({ radius: 7, fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#fff', width: 2 }) }),
  })
const vertices = new Style({
  geometry: (feature) => new MultiPoint(placesIn(feature.getGeometry() as Geometry)),
  image: new RegularShape({ points: 4, radius: 5, angle: Math.PI / 4, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ACCENT, width: 1.5 }) }),
})
const chosen = [casing, body(ACCENT, undefined), vertices].map(above)
const changed = [casing, body(CHANGED, undefined)]
const removed = [casing, body(CHANGED, [3, 6])]

/** What is worked on lies above all else that is in hand. */
function above(style: Style): Style {
  const raised = style.clone()
  raised.setZIndex(1)
  return raised
}

/** A feature in the editor's hands: the chosen one with its vertices, others that are changed, and those that go, dotted. */
export function draftStyle(feature: FeatureLike): Style[] {
  if (feature.get('removed')) return removed
  return feature.get('chosen') ? chosen : changed
}

/** A neighbour that can be joined. */
export const mateStyle = [casing, body(ACCENT, [8, 6])]

function placesIn(shape: Geometry): number[][] {
  if (shape instanceof Point) return []
  if (shape instanceof GeometryCollection) return shape.getGeometries().flatMap(placesIn)
  if (shape instanceof LineString) return shape.getCoordinates()
  const flat = (value: unknown): number[][] => (Array.isArray(value) ? (typeof value[0] === 'number' ? [value as number[]] : value.flatMap(flat)) : [])
  return 'getCoordinates' in shape ? flat((shape as Geometry & { getCoordinates(): unknown }).getCoordinates()) : []
}
