import { getCenter, getHeight } from 'ol/extent'
import type { FeatureLike } from 'ol/Feature'
import { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, type Geometry } from 'ol/geom'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Verdict } from '@/api/impactReport'
import { ACCENT, FONT, VERDICT_COLOURS } from './theme'

/** Colour of what a site has in common with features; on no class of the catalogue. */
const HIT = '#c2185b'

const casing = new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 6 }) })

/** The checked site in the colour of its verdict, with the word beside it. */
export function siteStyle(feature: FeatureLike): Style[] {
  const verdict = feature.get('verdict') as Verdict | null
  const colour = verdict ? VERDICT_COLOURS[verdict] : ACCENT
  const body = new Style({
    stroke: new Stroke({ color: colour, width: 3 }),
    fill: new Fill({ color: `${colour}26` }),
    image: new CircleStyle({ radius: 7, fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#fff', width: 2 }) }),
  })
  const styles = [casing, body]
  if (feature.get('movable')) styles.push(handle(colour))
  const word = feature.get('word') as string | null
  if (word) styles.push(flag(word, colour))
  return styles
}

/** Above the shape, where it covers least of it. */
const flag = (word: string, colour: string) =>
  new Style({
    zIndex: 10,
    geometry: (feature) => {
      const extent = (feature.getGeometry() as Geometry).getExtent()
      const [x = 0, y = 0] = getCenter(extent)
      return new Point([x, y + getHeight(extent) / 2])
    },
    text: new Text({
      text: word,
      font: `600 14px ${FONT}`,
      offsetY: -20,
      fill: new Fill({ color: '#fff' }),
      backgroundFill: new Fill({ color: colour }),
      backgroundStroke: new Stroke({ color: '#fff', width: 1.5 }),
      padding: [3, 8, 2, 8],
    }),
  })

/** A line has no inside to take it by. */
const handle = (colour: string) =>
  new Style({
    geometry: (feature) => {
      const shape = feature.getGeometry()
      return shape instanceof LineString ? new Point(shape.getCoordinateAt(0.5)) : undefined
    },
    image: new RegularShape({
      points: 4,
      radius: 9,
      displacement: [0, -22],
      fill: new Fill({ color: '#fff' }),
      stroke: new Stroke({ color: colour, width: 2.5 }),
    }),
  })

/** A corner that can be taken, or set. */
export const cornerStyle = new Style({
  image: new CircleStyle({ radius: 6, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ACCENT, width: 2.5 }) }),
})

/** A shape that is being drawn. */
export const sketchStyle = [
  new Style({
    stroke: new Stroke({ color: ACCENT, width: 2.5, lineDash: [8, 4] }),
    fill: new Fill({ color: `${ACCENT}1f` }),
    image: new CircleStyle({ radius: 6, fill: new Fill({ color: ACCENT }), stroke: new Stroke({ color: '#fff', width: 2 }) }),
  }),
]

/** What the site has in common with a feature; the one that is pointed at stands out, one without a number shows only then. */
export function hitStyle(feature: FeatureLike): Style[] {
  const pointed = feature.get('pointed') === true
  if (feature.get('number') === null && !pointed) return []
  return [
    new Style({
      stroke: new Stroke({ color: HIT, width: pointed ? 6 : 2 }),
      ...(pointed ? { fill: new Fill({ color: `${HIT}4d` }) } : {}),
      image: new CircleStyle({ radius: pointed ? 8 : 5, fill: new Fill({ color: HIT }), stroke: new Stroke({ color: '#fff', width: 2 }) }),
      zIndex: pointed ? 2 : 1,
    }),
  ]
}

const NUMBER_RADIUS = 10

/** The number of a hit in the report, beside those that would lie in the same place. */
export function numberStyle(feature: FeatureLike): Style[] {
  const number = feature.get('number') as number | null
  if (number === null) return []
  const pointed = feature.get('pointed') === true
  const aside = Number(feature.get('aside') ?? 0) * NUMBER_RADIUS * 2
  return [
    new Style({
      zIndex: pointed ? 1000 : number,
      geometry: placeOfNumber(feature.getGeometry() as Geometry),
      image: new CircleStyle({
        radius: pointed ? NUMBER_RADIUS + 2 : NUMBER_RADIUS,
        displacement: [aside, 0],
        fill: new Fill({ color: pointed ? HIT : '#fff' }),
        stroke: new Stroke({ color: HIT, width: 2 }),
      }),
      text: new Text({
        text: String(number),
        font: `600 12px ${FONT}`,
        offsetX: aside,
        offsetY: 1,
        fill: new Fill({ color: pointed ? '#fff' : HIT }),
      }),
    }),
  ]
}

/** Where the number of a shape stands. */
export function placeOfNumber(shape: Geometry): Point {
  if (shape instanceof Polygon) return new Point(shape.getInteriorPoint().getCoordinates())
  if (shape instanceof LineString) return new Point(shape.getCoordinateAt(0.5))
  const part =
    shape instanceof MultiPolygon ? shape.getInteriorPoints().getPoint(0)
    : shape instanceof MultiLineString ? shape.getLineString(0)
    : shape instanceof MultiPoint ? shape.getPoint(0)
    : null
  return part instanceof LineString ? placeOfNumber(part) : new Point(part?.getCoordinates() ?? getCenter(shape.getExtent()))
}

/** A feature beside the site that is pointed at. */
export const besideStyle = new Style({
  stroke: new Stroke({ color: ACCENT, width: 5 }),
  image: new CircleStyle({ radius: 12, stroke: new Stroke({ color: ACCENT, width: 3 }) }),
})
