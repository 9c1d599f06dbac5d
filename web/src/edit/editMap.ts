import { altKeyOnly, noModifierKeys } from 'ol/events/condition'
import Feature from 'ol/Feature'
import Draw, { type DrawEvent } from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Translate from 'ol/interaction/Translate'
import Collection from 'ol/Collection'
import VectorLayer from 'ol/layer/Vector'
import type { Coordinate } from 'ol/coordinate'
import type { Pixel } from 'ol/pixel'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { Geometry } from 'geojson'
import { CLICK_ECHO_MS, takeClicks } from '@/map/clicks'
import { snapTo } from '@/map/draw/snapping'
import { fromShape, map, toShape } from '@/map/olMap'
import { draftStyle, mateStyle } from '@/styles/edit'
import { cornerStyle, sketchStyle } from '@/styles/site'
import { rounded } from './shapes'

/** What editing draws over the data, and what it only snaps to. */
const drafts = new VectorSource()
const around = new VectorSource()
const mates = new VectorSource()
map.addLayer(new VectorLayer({ source: mates, style: mateStyle, zIndex: 878 }))
map.addLayer(new VectorLayer({ source: drafts, style: draftStyle, zIndex: 880, updateWhileInteracting: true }))

export interface Shown {
  key: string
  geometry: Geometry
  chosen: boolean
  removed: boolean
}

/** Shows what is in hand; features that stay keep their objects, so that a hand that moves one keeps hold of it. */
export function showDrafts(list: Shown[]) {
  const keys = new Set(list.map((one) => one.key))
  for (const feature of drafts.getFeatures()) if (!keys.has(String(feature.getId()))) drafts.removeFeature(feature)
  for (const { key, geometry, ...looks } of list) {
    const known = drafts.getFeatureById(key)
    const feature = known instanceof Feature ? known : new Feature()
    feature.setGeometry(toShape(geometry))
    feature.setProperties(looks)
    feature.setId(key)
    if (!known) drafts.addFeature(feature)
  }
}

export const showAround = (list: Geometry[]) => fill(around, list.map((shape) => new Feature(toShape(shape))))

export const showMates = (list: { key: string; geometry: Geometry }[]) =>
  fill(
    mates,
    list.map(({ key, geometry }) => {
      const feature = new Feature(toShape(geometry))
      feature.setId(key)
      return feature
    }),
  )

function fill(source: VectorSource, features: Feature[]) {
  source.clear(true)
  source.addFeatures(features)
}

/** The key of what lies under a pixel of the drafts, or of the neighbours that can be joined. */
export function keyAt(pixel: Pixel, of: 'drafts' | 'mates'): string | null {
  const source = of === 'drafts' ? drafts : mates
  return map.forEachFeatureAtPixel(pixel, (f) => String(f.getId()), { hitTolerance: 6, layerFilter: (l) => l.getSource() === source }) ?? null
}

/** Snaps to vertices and edges of what is in hand and of its neighbours; the map still has the features as they were, so that its layers are left out. */
const snapping = () => snapTo([around, drafts], false)

export interface Hand {
  /** Takes the vertex away that the pointer is at, where vertices are worked on. */
  removeVertex?(): void
  stop(): void
}

/** Lets the vertices of one draft be moved, added and (with Alt) removed; tells the shape when it comes to rest. */
export function reshape(key: string, onShape: (shape: Geometry) => void): Hand | null {
  const feature = drafts.getFeatureById(key)
  if (!(feature instanceof Feature)) return null
  const modify = new Modify({ features: new Collection([feature]), style: cornerStyle, pixelTolerance: 8 })
  modify.on('modifyend', () => {
    const shape = feature.getGeometry()
    if (shape) onShape(rounded(fromShape(shape)))
  })
  let pointer: Coordinate | undefined
  const pointing = map.on('pointermove', ({ coordinate }) => (pointer = coordinate))
  map.addInteraction(modify)
  const snap = snapping()
  return {
    removeVertex: () => void (pointer && modify.removePoint(pointer)),
    stop() {
      unByKey(pointing)
      snap.stop()
      map.removeInteraction(modify)
    },
  }
}

/** Lets one draft be moved as a whole; tells the shape when it comes to rest. */
export function moveWhole(key: string, onShape: (shape: Geometry) => void): Hand | null {
  const feature = drafts.getFeatureById(key)
  if (!(feature instanceof Feature)) return null
  const translate = new Translate({ features: new Collection([feature]), hitTolerance: 6 })
  translate.on('translateend', () => {
    const shape = feature.getGeometry()
    if (shape) onShape(rounded(fromShape(shape)))
  })
  map.addInteraction(translate)
  return { stop: () => void map.removeInteraction(translate) }
}

/** Lets a shape be drawn, snapping to what is there. */
export function drawShape(type: 'Point' | 'LineString' | 'Polygon', onDone: (shape: Geometry) => void) {
  const tool = new Draw({ type, source: new VectorSource(), style: sketchStyle, stopClick: true, condition: (event) => noModifierKeys(event) || altKeyOnly(event) })
  tool.on('drawend', (event: DrawEvent) => {
    const drawn = event.feature.getGeometry()
    if (drawn) onDone(fromShape(drawn))
  })
  map.addInteraction(tool)
  const snap = snapping()
  const giveUpClicks = takeClicks()
  return {
    undo: () => tool.removeLastPoint(),
    finish: () => tool.finishDrawing(),
    stop() {
      snap.stop()
      setTimeout(() => {
        tool.abortDrawing()
        map.removeInteraction(tool)
        giveUpClicks()
      }, CLICK_ECHO_MS)
    },
  }
}
