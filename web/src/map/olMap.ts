import type { Geometry as Shape } from 'geojson'
import GeoJSON from 'ol/format/GeoJSON'
import GeometryCollection from 'ol/geom/GeometryCollection'
import type { Geometry } from 'ol/geom'
import { defaults as defaultInteractions } from 'ol/interaction/defaults'
import OlMap from 'ol/Map'
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj'
import View from 'ol/View'
import type { Bbox, Place } from '@/api/narrow'

/** Space that the panels take from the map: top, right, bottom, left. What the map goes to is centred in the rest. */
const PANELS = [24, 288, 24, 416]
const DEGREES = 'EPSG:4326'
const WEB_MERCATOR = 'EPSG:3857'
const CLOSEST = 16

/** The one map of the page. Data come in degrees; CGCS2000 and WGS 84 degrees are the same within what a screen can show. */
export const map = new OlMap({
  controls: [],
  interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
  view: new View({ projection: WEB_MERCATOR, center: fromLonLat([118.7, 24.74]), zoom: 11, maxZoom: 20, padding: [...PANELS] }),
})

export const dataProjections = { dataProjection: DEGREES, featureProjection: WEB_MERCATOR }

const geoJson = new GeoJSON(dataProjections)

/** A GeoJSON shape in degrees as the map draws it. */
export const toShape = (shape: Shape): Geometry => geoJson.readGeometry(shape) ?? new GeometryCollection([])
/** A shape of the map as GeoJSON in degrees. */
export const fromShape = (shape: Geometry): Shape => geoJson.writeGeometryObject(shape)
export const toMap = (place: Place) => fromLonLat(place)
export const toPlace = (coordinate: number[]) => toLonLat(coordinate) as Place
export const toExtent = (bbox: Bbox) => transformExtent(bbox, DEGREES, WEB_MERCATOR)

export function lookAt(centre: Place, zoom: number) {
  const view = map.getView()
  view.cancelAnimations()
  view.setCenter(fromLonLat(centre))
  view.setZoom(zoom)
}

export function goTo(target: Bbox | Geometry[], animated = true) {
  const extent = Array.isArray(target) && typeof target[0] === 'number' ? toExtent(target as Bbox) : extentOf(target as Geometry[])
  if (!extent || !extent.every(Number.isFinite)) return
  map.getView().fit(extent, { maxZoom: CLOSEST, duration: animated ? duration() : 0 })
}

export function goToPlace(place: Place) {
  const view = map.getView()
  view.animate({ center: fromLonLat(place), zoom: Math.max(view.getZoom() ?? 0, 15), duration: duration() })
}

export function zoomBy(steps: number) {
  const view = map.getView()
  view.animate({ zoom: (view.getZoom() ?? 11) + steps, duration: duration() / 2 })
}

/** People who asked their system for less motion get none. */
const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350)

function extentOf(geometries: Geometry[]): number[] | null {
  const boxes = geometries.map((g) => g.getExtent())
  if (boxes.length === 0) return null
  const [wests, souths, easts, norths] = [0, 1, 2, 3].map((i) => boxes.map((b) => b[i] ?? NaN)) as [number[], number[], number[], number[]]
  return [min(wests), min(souths), max(easts), max(norths)]
}

const min = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
const max = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
