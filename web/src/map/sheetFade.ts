import { apply } from 'ol/transform'
import type VectorLayer from 'ol/layer/Vector'
import { fromUserCoordinate } from 'ol/proj'
import { getRenderPixel } from 'ol/render'
import type RenderEvent from 'ol/render/Event'
import { SEA } from '@/styles/theme'

/** Share of the sheet's shorter side over which it fades out. */
const MARGIN = 0.06
const CLEAR = `${SEA}00`

/** Lets the base map fade out at the borders of its sheet: beyond them is neither land nor sea, the page just does not know. */
export function fadeOut(layer: VectorLayer) {
  layer.on('postrender', (event) => {
    const context = event.context
    const sheet = layer.getSource()?.getExtent()
    if (!(context instanceof CanvasRenderingContext2D) || !sheet?.every(Number.isFinite)) return
    const corner = (x: number, y: number) => pixelOf(event, [x, y])
    const [west = 0, south = 0, east = 0, north = 0] = sheet
    const [left = 0, bottom = 0] = corner(west, south)
    const [right = 0, top = 0] = corner(east, north)
    const margin = MARGIN * Math.min(right - left, bottom - top)
    if (!(margin > 0)) return
    context.save()
    // Only land is painted over.
    context.globalCompositeOperation = 'source-atop'
    fade(context, [left, top, margin, bottom - top], [left, 0, left + margin, 0])
    fade(context, [right - margin, top, margin, bottom - top], [right, 0, right - margin, 0])
    fade(context, [left, top, right - left, margin], [0, top, 0, top + margin])
    fade(context, [left, bottom - margin, right - left, margin], [0, bottom, 0, bottom - margin])
    context.restore()
  })
}

/** A strip that is all sea at its outer border and clear at its inner one. */
function fade(context: CanvasRenderingContext2D, strip: [number, number, number, number], from: [number, number, number, number]) {
  const shade = context.createLinearGradient(...from)
  shade.addColorStop(0, SEA)
  shade.addColorStop(1, CLEAR)
  context.fillStyle = shade
  // A pixel wider, so that nothing shows between the strip and the border.
  const [x, y, width, height] = strip
  context.fillRect(x - 1, y - 1, width + 2, height + 2)
}

function pixelOf(event: RenderEvent, coordinate: number[]): number[] {
  const { frameState } = event
  if (!frameState) return []
  const inView = fromUserCoordinate(coordinate, frameState.viewState.projection)
  return getRenderPixel(event, apply(frameState.coordinateToPixelTransform, [...inView]))
}
