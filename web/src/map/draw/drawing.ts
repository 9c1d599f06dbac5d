import { altKeyOnly, noModifierKeys } from 'ol/events/condition'
import Draw, { type DrawEvent } from 'ol/interaction/Draw'
import Modify from 'ol/interaction/Modify'
import Translate, { type TranslateEvent } from 'ol/interaction/Translate'
import { SimpleGeometry, type Geometry, type LineString, type Polygon } from 'ol/geom'
import VectorSource from 'ol/source/Vector'
import { rounded, type SiteKind, type SiteShape } from '@/impact/siteShape'
import { CLICK_ECHO_MS, takeClicks } from '@/map/clicks'
import { fromShape, map } from '@/map/olMap'
import { cornerStyle, sketchStyle } from '@/styles/site'
import { snapTo } from './snapping'

export interface Drawing {
  undo(): void
  finish(): void
  stop(): void
}

const OL_KINDS = { point: 'Point', line: 'LineString', polygon: 'Polygon' } as const

/** Lets a shape be drawn on the map, its places snapping to what is there; tells how many places are set, and the shape in the end. */
export function draw(kind: SiteKind, onPlaces: (set: number) => void, onDone: (shape: SiteShape) => void, beside: VectorSource[] = []): Drawing {
  const tool = new Draw({
    type: OL_KINDS[kind],
    source: new VectorSource(),
    style: sketchStyle,
    stopClick: true,
    // With Alt held places are set where the pointer is.
    condition: (event) => noModifierKeys(event) || altKeyOnly(event),
  })
  let sketch: Geometry | null = null
  let stopped = false
  let ended = false
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
    ended = true
    tell()
    if (shape) onDone(shape)
  })
  map.addInteraction(tool)
  const snap = snapTo(beside)
  const giveUpClicks = takeClicks()
  function leave() {
    tool.abortDrawing()
    map.removeInteraction(tool)
    giveUpClicks()
  }
  return {
    undo: () => tool.removeLastPoint(),
    finish: () => tool.finishDrawing(),
    stop() {
      if (stopped) return
      stopped = true
      snap.stop()
      if (ended) setTimeout(leave, CLICK_ECHO_MS)
      else leave()
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

/**
 * Lets the one shape of a source be moved as a whole and corner by corner; tells while it moves, and where it comes to rest. A corner snaps to what is there where the
 * pointer comes near it, a whole shape where one of its corners does.
 */
export function edit(source: VectorSource, onMove: (shape: SiteShape, atRest: boolean) => void, beside: VectorSource[] = []): { stop(): void } {
  const corners = new Modify({ source, style: cornerStyle })
  const whole = new Translate({ layers: (layer) => (layer.getSource() as unknown) === source, hitTolerance: 4 })
  const shown = () => source.getFeatures()[0]
  const tell = (atRest: boolean) => {
    const drawn = shown()?.getGeometry()
    const shape = drawn ? rounded(fromShape(drawn) as SiteShape) : null
    if (shape) onMove(shape, atRest)
  }
  let watched: Geometry | undefined
  const moving = () => tell(false)
  corners.on('modifystart', () => {
    watched = shown()?.getGeometry()
    watched?.on('change', moving)
  })
  corners.on('modifyend', () => {
    watched?.un('change', moving)
    tell(true)
  })
  map.addInteraction(whole)
  map.addInteraction(corners)
  const snap = snapTo(beside)

  /** The shape where it was taken up, and the place of the pointer then; both without snapping. */
  let taken: { shape: Geometry; at: number[] } | null = null
  whole.on('translatestart', (event) => {
    snap.carry(true)
    const shape = shown()?.getGeometry()
    taken = shape ? { shape: shape.clone(), at: placeOf(event) } : null
  })
  whole.on('translating', (event) => {
    if (!taken) return
    const [x = 0, y = 0] = placeOf(event)
    const shape = taken.shape.clone()
    shape.translate(x - (taken.at[0] ?? 0), y - (taken.at[1] ?? 0))
    const shift = snap.shiftFor(placesOf(shape), event.mapBrowserEvent.originalEvent as Event)
    if (shift) shape.translate(...shift)
    shown()?.setGeometry(shape)
    tell(false)
  })
  whole.on('translateend', () => {
    snap.carry(false)
    taken = null
    tell(true)
  })
  return {
    stop() {
      snap.stop()
      map.removeInteraction(corners)
      map.removeInteraction(whole)
    },
  }
}

const placeOf = ({ mapBrowserEvent }: TranslateEvent) => map.getEventCoordinate(mapBrowserEvent.originalEvent as MouseEvent)

function placesOf(shape: Geometry): number[][] {
  if (!(shape instanceof SimpleGeometry)) return []
  const [flat, stride] = [shape.getFlatCoordinates(), shape.getStride()]
  return Array.from({ length: flat.length / stride }, (_, i) => [flat[i * stride] ?? 0, flat[i * stride + 1] ?? 0])
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
