import type { Geometry as Shape } from 'geojson'
import GeoJSON from 'ol/format/GeoJSON'
import GeometryCollection from 'ol/geom/GeometryCollection'
import type { Geometry } from 'ol/geom'
import { defaults as defaultInteractions } from 'ol/interaction/defaults'
import OlMap from 'ol/Map'
import { clearUserProjection, fromLonLat, getPointResolution, setUserProjection, toLonLat, transformExtent } from 'ol/proj'
import View from 'ol/View'
import type { Bbox, Place } from '@/api/narrow'

/** Space that the panels take from the map: top, right, bottom, left. What the map goes to is centred in the rest. */
const PANELS = [24, 288, 24, 416]
/** On a phone the task panel lies over the lower part; what stays free has the layers above and the tools below. */
const PANELS_OF_PHONE = [32, 16, 56, 16]
let panels = PANELS
const bottoms = { table: 0, sheet: 0 }
/** Degrees of CGCS2000 as the map library knows them. */
export const DEGREES = 'EPSG:4326'
export const WEB_MERCATOR = 'EPSG:3857'
const CLOSEST = 16

/** The one map of the page. Data come in degrees; CGCS2000 and WGS 84 degrees are the same within what a screen can show. */
export const map = new OlMap({
  controls: [],
  interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
  view: viewOf(WEB_MERCATOR, fromLonLat([118.7, 24.74]), 11),
})

function viewOf(projection: string, center: number[], zoom: number): View {
  return new View({ projection, center, zoom, maxZoom: 20, padding: padding() })
}

function padding(): number[] {
  const [top = 0, right = 0, least = 0, left = 0] = panels
  return [top, right, least + Math.max(bottoms.table, bottoms.sheet), left]
}

/** A panel as high as this lies over the lower edge of the map; 0 when it is gone. */
export function coverBottom(height: number, by: keyof typeof bottoms = 'table') {
  bottoms[by] = height
  map.getView().padding = padding()
}

/** Whether panels stand beside the map or, on a phone, over it. */
export function coverSides(beside: boolean) {
  panels = beside ? PANELS : PANELS_OF_PHONE
  map.getView().padding = padding()
}

/** Web Mercator, or the degrees of CGCS2000 as they are: one degree is as wide as high then. */
export const SCREEN_PROJECTIONS = ['mercator', 'degrees'] as const
export type ScreenProjection = (typeof SCREEN_PROJECTIONS)[number]

/**
 * Changes what the map is drawn in. Whatever is on it keeps its Mercator coordinates, and so does everything that asks the map: the map
 * library turns them into degrees while it draws.
 */
export function showIn(projection: ScreenProjection) {
  const before = map.getView()
  const wanted = projection === 'degrees' ? DEGREES : WEB_MERCATOR
  if (before.getProjection().getCode() === wanted) return
  const [centre, zoom] = [before.getCenter() ?? [0, 0], before.getZoom() ?? 11]
  if (projection === 'degrees') setUserProjection(WEB_MERCATOR)
  else clearUserProjection()
  map.setView(viewOf(wanted, centre, zoom))
}

/** Size of a pixel of a style sheet, which screens take for 1/96 inch. */
const PIXEL_M = 0.0254 / 96

/** Denominator of the scale of a view in its middle. */
export function scaleOf(view: View): number {
  const [centre, resolution] = [view.getCenter(), view.getResolution()]
  if (!centre || resolution === undefined) return NaN
  const projection = view.getProjection()
  return getPointResolution(projection, resolution, inProjection(centre, projection.getCode()), 'm') / PIXEL_M
}

/** Metres on the ground in so many units of the map at a place of it. */
export function metresAt(coordinate: number[], units: number): number {
  const projection = map.getView().getProjection()
  return getPointResolution(projection, units, inProjection(coordinate, projection.getCode()), 'm')
}

/** Resolution at which a view has this scale in its middle. */
export function resolutionAt(view: View, denominator: number): number {
  const resolution = view.getResolution() ?? 1
  return (resolution * denominator) / scaleOf(view)
}

const inProjection = (coordinate: number[], projection: string) => (projection === DEGREES ? toLonLat(coordinate) : coordinate)

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
