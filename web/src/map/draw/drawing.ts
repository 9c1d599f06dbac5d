import Draw, { type DrawEvent } from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Translate from 'ol/interaction/Translate'
import type { Geometry, LineString, Polygon } from 'ol/geom'
import VectorSource from 'ol/source/Vector'
import { rounded, type SiteKind, type SiteShape } from '@/impact/siteShape'
import { CLICK_ECHO_MS, clicksTaken } from '@/map/clicks'
import { fromShape, map } from '@/map/olMap'
import { cornerStyle, sketchStyle } from '@/styles/site'

export interface Drawing {
  undo(): void
  finish(): void
  stop(): void
}

const OL_KINDS = { point: 'Point', line: 'LineString', polygon: 'Polygon' } as const

/** Lets a shape be drawn on the map; tells how many places are set, and the shape in the end. */
export function draw(kind: SiteKind, onPlaces: (set: number) => void, onDone: (shape: SiteShape) => void): Drawing {
  const tool = new Draw({ type: OL_KINDS[kind], source: new VectorSource(), style: sketchStyle, stopClick: true })
  let sketch: Geometry | null = null
  let stopped = false
  const tell = () => onPlaces(sketch ? placesIn(sketch) : 0)
  tool.on('drawstart', (event: DrawEvent) => {
    sketch = event.feature.getGeometry() ?? null
    sketch?.on('change', tell)
    tell()
  })
  tool.on('drawabort', () => {
    sketch = null
    tell()
  })
  tool.on('drawend', (event: DrawEvent) => {
    const drawn = event.feature.getGeometry()
    const shape = drawn ? rounded(fromShape(drawn) as SiteShape) : null
    sketch = null
    tell()
    if (shape) onDone(shape)
  })
  map.addInteraction(tool)
  clicksTaken.value = true
  return {
    undo: () => tool.removeLastPoint(),
    finish: () => tool.finishDrawing(),
    stop() {
      if (stopped) return
      stopped = true
      setTimeout(() => {
        tool.abortDrawing()
        map.removeInteraction(tool)
        clicksTaken.value = false
      }, CLICK_ECHO_MS)
    },
  }
}

/** Places set by hand; the one that follows the pointer is not set yet. */
function placesIn(sketch: Geometry): number {
  switch (sketch.getType()) {
    case 'LineString':
      return (sketch as LineString).getCoordinates().length - 1
    case 'Polygon':
      return Math.max(0, ((sketch as Polygon).getCoordinates()[0]?.length ?? 0) - 2)
    default:
      return 1
  }
}

/** Lets the one shape of a source be moved as a whole and corner by corner; tells while it moves, and where it comes to rest. */
export function edit(source: VectorSource, onMove: (shape: SiteShape, atRest: boolean) => void): { stop(): void } {
  const corners = new Modify({ source, style: cornerStyle })
  const whole = new Translate({ layers: (layer) => (layer.getSource() as unknown) === source, hitTolerance: 4 })
  const tell = (atRest: boolean) => {
    const shown = source.getFeatures()[0]?.getGeometry()
    const shape = shown ? rounded(fromShape(shown) as SiteShape) : null
    if (shape) onMove(shape, atRest)
  }
  let watched: Geometry | undefined
  const moving = () => tell(false)
  const begin = () => {
    watched = source.getFeatures()[0]?.getGeometry()
    watched?.on('change', moving)
  }
  const end = () => {
    watched?.un('change', moving)
    tell(true)
  }
  corners.on('modifystart', begin)
  corners.on('modifyend', end)
  whole.on('translatestart', begin)
  whole.on('translateend', end)
  map.addInteraction(whole)
  map.addInteraction(corners)
  return {
    stop() {
      map.removeInteraction(corners)
      map.removeInteraction(whole)
    },
  }
}

/**
 * What a key on the page means to a shape that is being drawn, and to one that is not: Enter ends it, Backspace takes its last place back,
 * Escape leaves it, Ctrl+Z undoes. Keys that somebody types into a field are theirs.
 */
export function onDrawingKey(event: KeyboardEvent, drawing: Drawing | null, leave: () => void, undoLast: () => void) {
  const target = event.target as HTMLElement
  if (target.closest('input, select, textarea, [role=dialog]')) return
  const undo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
  if (!drawing) {
    if (undo) undoLast()
    else return
  } else if (event.key === 'Escape') leave()
  else if (undo || event.key === 'Backspace' || event.key === 'Delete') drawing.undo()
  else if (event.key === 'Enter' && !target.closest('button, a')) drawing.finish()
  else return
  event.preventDefault()
}
