import Draw, { type DrawEvent } from 'ol/interaction/Draw'
import Feature from 'ol/Feature'
import type { Geometry, LineString, Polygon } from 'ol/geom'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type { Place } from '@/api/narrow'
import { measuredStyle } from '@/styles/measured'
import { sketchStyle } from '@/styles/site'
import { CLICK_ECHO_MS, takeClicks } from '../clicks'
import { map, toPlace, toShape } from '../olMap'
import type { Measure } from './measures'

const source = new VectorSource()
map.addLayer(new VectorLayer({ source, style: measuredStyle, zIndex: 960, updateWhileAnimating: true }))

/** Draws what was measured, with the figure beside it. */
export function showMeasured(kind: Measure, places: Place[], word: string) {
  source.clear(true)
  const fewest = kind === 'line' ? 2 : 3
  if (places.length < fewest) return
  const ring = [...places, ...places.slice(0, 1)]
  const shape = toShape(kind === 'line' ? { type: 'LineString', coordinates: places } : { type: 'Polygon', coordinates: [ring] })
  const feature = new Feature(shape)
  feature.set('word', word)
  source.addFeature(feature)
}

export const showNothingMeasured = () => source.clear(true)

export interface Measuring {
  undo(): void
  finish(): void
  stop(): void
}

/** Lets places be set on the map; tells them while they are set, the pointer's own last, and in the end. */
export function measureOnMap(kind: Measure, tell: (places: Place[], atRest: boolean) => void): Measuring {
  const tool = new Draw({ type: kind === 'line' ? 'LineString' : 'Polygon', source: new VectorSource(), style: sketchStyle, stopClick: true })
  tool.on('drawstart', ({ feature }: DrawEvent) => {
    showNothingMeasured()
    const sketch = feature.getGeometry()
    sketch?.on('change', () => tell(placesOf(sketch), false))
  })
  tool.on('drawabort', () => tell([], false))
  tool.on('drawend', ({ feature }: DrawEvent) => {
    const drawn = feature.getGeometry()
    if (drawn) tell(placesOf(drawn), true)
  })
  map.addInteraction(tool)
  const giveUpClicks = takeClicks()
  return {
    undo: () => tool.removeLastPoint(),
    finish: () => tool.finishDrawing(),
    stop() {
      map.removeInteraction(tool)
      setTimeout(giveUpClicks, CLICK_ECHO_MS)
    },
  }
}

/** The places of a line, or the corners of an area, each once. */
function placesOf(shape: Geometry): Place[] {
  if (shape.getType() === 'LineString') return (shape as LineString).getCoordinates().map(toPlace)
  return ((shape as Polygon).getCoordinates()[0] ?? []).slice(0, -1).map(toPlace)
}
