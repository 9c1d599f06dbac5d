import { getCenter } from 'ol/extent'
import Feature, { type FeatureLike } from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { StyleLike } from 'ol/style/Style'
import type { ChangedCoast, Effect } from '@/api/scenario'
import { COAST } from '@/app/useCatalog'
import { map, metresAt, toShape } from '@/map/olMap'
import { changedCoastStyle, measureStyle } from '@/styles/scenario'

/** What a scenario draws over the data: its measures, the one that is worked on, segments that are chosen, and the coast that changes. */
const coast = drawn(changedCoastStyle, 77)
const measures = drawn(onGround, 855)
const picked = drawn(onGround, 858)
const chosen = drawn(onGround, 860)

function onGround(feature: FeatureLike, resolution: number) {
  return measureStyle(feature, metresAt(getCenter((feature.getGeometry() as Geometry).getExtent()), resolution))
}

function drawn(style: StyleLike, zIndex: number): VectorLayer<VectorSource> {
  const layer = new VectorLayer({ source: new VectorSource(), style, zIndex, updateWhileAnimating: true, updateWhileInteracting: true })
  map.addLayer(layer)
  return layer
}

const sourceOf = (layer: VectorLayer<VectorSource>) => layer.getSource() ?? new VectorSource()
/** Holds the one measure that may be moved. */
export const chosenSource = sourceOf(chosen)
/** Holds the others. */
export const measuresSource = sourceOf(measures)

/** A measure as the map shows it; a line has its width in metres. */
export interface ShownMeasure {
  measure: number
  number: number
  effect: Effect
  on: boolean
  chosen: boolean
  widthM: number | null
  geometry: Geometry
}

/** Draws all measures, numbered as they are listed; the chosen one apart, so that a hand that moves it keeps hold of it. */
export function showMeasures(list: ShownMeasure[], keepShape = false) {
  fill(measuresSource, list.filter((one) => !one.chosen))
  if (!keepShape) fill(chosenSource, list.filter((one) => one.chosen))
}

/** Draws segments that are being chosen. */
export const showPicked = (effect: Effect, shapes: Geometry[]) =>
  fill(sourceOf(picked), shapes.map((geometry) => ({ measure: -1, number: null, effect, on: true, chosen: true, widthM: null, geometry })))

function fill(source: VectorSource, list: (Omit<ShownMeasure, 'number'> & { number: number | null })[]) {
  source.clear(true)
  source.addFeatures(list.map((one) => new Feature({ ...one })))
}

export function showChangedCoast(list: ChangedCoast[]) {
  const source = sourceOf(coast)
  source.clear(true)
  source.addFeatures(list.map(({ what, geometry }) => new Feature({ geometry: toShape(geometry), what })))
}

/** Tells of clicks on a measure; the function that comes back ends that. */
export function onMeasureClick(tell: (id: number) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const id = map.forEachFeatureAtPixel(pixel, (found) => found.get('measure') as number | undefined, { layerFilter: (l) => l === measures })
    if (id !== undefined) tell(id)
  })
  return () => unByKey(key)
}

/** Lines are thin and fingers are not. */
const TOLERANCE = 8

/** Tells the id of a segment of the coast that is clicked, and whether it is an island's. */
export function onSegmentClick(tell: (id: string, island: boolean) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const found = map.forEachFeatureAtPixel(pixel, (feature) => ({ id: feature.getId(), island: feature.get('mainland') === false }), {
      hitTolerance: TOLERANCE,
      layerFilter: (layer) => layer.get('id') === COAST,
    })
    if (found?.id !== undefined) tell(String(found.id), found.island)
  })
  return () => unByKey(key)
}
