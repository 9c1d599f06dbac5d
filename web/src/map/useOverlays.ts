import Feature from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import Point from 'ol/geom/Point'
import { fromExtent } from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type { Pixel } from 'ol/pixel'
import type { StyleLike } from 'ol/style/Style'
import type { Geometry as Shape } from 'geojson'
import type { Bbox, Place } from '@/api/narrow'
import type { Change, Finding } from '@/api/checks'
import {
  changeStyle, findingShapeStyle, findingStyle, footprintStyle, haloStyle, pointedStyle, selectionStyle, typedPlaceStyle,
} from '@/styles/overlays'
import { map, toExtent, toMap, toShape } from './olMap'

/** What tasks draw over the data: the lit coast, the chosen features, footprints, changes and findings of a hand-in. */
const halo = overlay(haloStyle, 79)
const selection = overlay(selectionStyle, 900)
const footprints = overlay(footprintStyle, 800)
const pointed = overlay(pointedStyle, 840)
const changes = overlay(changeStyle, 850)
const findingShapes = overlay(findingShapeStyle, 940)
const findings = overlay(findingStyle, 950)
const typed = overlay(typedPlaceStyle, 945)

function overlay(style: StyleLike, zIndex: number): VectorSource {
  const source = new VectorSource()
  map.addLayer(new VectorLayer({ source, style, zIndex, updateWhileAnimating: true, properties: { overlay: true } }))
  return source
}

function show(source: VectorSource, features: Feature[]) {
  source.clear(true)
  source.addFeatures(features)
}

const asFeatures = (geometries: Geometry[]) => geometries.map((geometry) => new Feature(geometry))

export const lightUp = (geometries: Geometry[]) => show(halo, asFeatures(geometries))
export const markChosen = (geometries: Geometry[]) => show(selection, asFeatures(geometries))
/** The place whose coordinates somebody typed. */
export const showTypedPlace = (place: Place | null) => show(typed, place ? [new Feature(new Point(toMap(place)))] : [])
/** Where something lies: by its rectangle, and its number where there are several to tell apart; the one that is pointed at is filled. */
export interface Footprint {
  bbox: Bbox
  number: string
  lit: boolean
}
export const showFootprints = (list: Footprint[]) =>
  show(
    footprints,
    list.map(({ bbox, number, lit }) => {
      const made = new Feature(fromExtent(toExtent(bbox)))
      made.setProperties({ number, lit })
      return made
    }),
  )

export function showFindings(list: Finding[], chosen: Finding | null) {
  const placed = list.flatMap((finding) => (finding.place ? [{ finding, place: finding.place }] : []))
  const shown = chosen?.geometry ? [feature(chosen.geometry, { severity: chosen.severity })] : []
  show(findingShapes, shown)
  show(
    findings,
    placed.map(({ finding, place }) => {
      const point = new Feature(new Point(toMap(place)))
      point.setProperties({ severity: finding.severity, chosen: finding === chosen, finding })
      return point
    }),
  )
}

/** What is below it comes of rounding and cannot be seen. */
export const LEAST_MOVE_M = 0.1

/** Which of the shapes of a change are drawn. */
export const SIDES = ['both', 'before', 'after'] as const
export type Side = (typeof SIDES)[number]

/** The shapes before and after; one that only changes its values is drawn once. */
export function showChanges(list: Change[], side: Side = 'both') {
  show(
    changes,
    list.flatMap((change) => {
      const { kind, geometryBefore, geometryAfter, movedM } = change
      if (side !== 'both') {
        const shape = side === 'before' ? geometryBefore : geometryAfter
        return shape ? [feature(shape, { kind, change, before: side === 'before' })] : []
      }
      const was = geometryBefore && (kind === 'removed' || (movedM ?? 0) >= LEAST_MOVE_M) ? [feature(geometryBefore, { kind, change, before: true })] : []
      const is = geometryAfter ? [feature(geometryAfter, { kind, change, before: false })] : []
      return [...was, ...is]
    }),
  )
}

export const pointAt = (change: Change | null) => show(pointed, change ? shapesOf(change).map((shape) => feature(shape, {})) : [])

const shapesOf = ({ geometryBefore, geometryAfter }: Change) => [geometryBefore, geometryAfter].filter((shape) => shape !== null)

/** What lies under a pixel of what `showChanges` and `showFindings` have drawn; findings lie above. */
export function reviewedAt(pixel: Pixel): Change | Finding | null {
  const hit = map.forEachFeatureAtPixel(pixel, (found) => (found.get('finding') ?? found.get('change')) as Change | Finding | undefined, {
    hitTolerance: 5,
    layerFilter: (layer) => layer.get('overlay') === true,
  })
  return hit ?? null
}

function feature(shape: Shape, properties: object): Feature {
  const made = new Feature(toShape(shape))
  made.setProperties(properties)
  return made
}
