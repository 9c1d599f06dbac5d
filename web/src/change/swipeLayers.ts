import type BaseLayer from 'ol/layer/Base'
import BaseVectorLayer from 'ol/layer/BaseVector'
import { unByKey } from 'ol/Observable'
import type RenderEvent from 'ol/render/Event'
import { getRenderPixel } from 'ol/render'
import VectorSource from 'ol/source/Vector'
import GeoJSON from 'ol/format/GeoJSON'
import type { Layer } from '@/api/catalog'
import { fetchItems } from '@/api/features'
import { drawnLayer } from '@/map/drawnLayer'
import { useLooks } from '@/map/looks/useLooks'
import { dataProjections, map } from '@/map/olMap'

const format = new GeoJSON(dataProjections)

/** Two surveys of one layer on the map: the earlier left of a line, the one that the map shows right of it. */
export class SwipeLayers {
  private readonly source = new VectorSource()
  private readonly earlier: BaseLayer
  private readonly layerId: string
  private readonly abort = new AbortController()
  private stops: (() => void)[] = []
  private x = 0

  constructor(layer: Layer) {
    this.layerId = layer.id
    this.earlier = drawnLayer(layer, this.source, () => useLooks().withoutOf(layer.id))
    // It is looked at, not asked: clicks belong to the survey of the chosen year.
    this.earlier.unset('id')
    map.addLayer(this.earlier)
    this.stops.push(clip(this.earlier, () => [0, this.x]))
  }

  /** Fetches the earlier survey; nothing is shown of it before all of it is there. */
  async load(year: number): Promise<void> {
    const features: Parameters<VectorSource['addFeatures']>[0] = []
    await fetchItems(this.layerId, { year }, (items) => features.push(...items.flatMap((item) => format.readFeatures({ type: 'Feature', ...item }))), this.abort.signal)
    this.source.addFeatures(features)
  }

  /** Clips the survey of the chosen year, which may just have come anew. */
  clipLater() {
    this.stops.splice(1).forEach((stop) => stop())
    const later = map.getLayers().getArray().find((one) => one.get('id') === this.layerId)
    if (later) this.stops.push(clip(later, () => [this.x, Infinity]))
    map.render()
  }

  /** Puts the line so many pixels from the left edge of the map. */
  moveTo(x: number) {
    this.x = x
    map.render()
  }

  remove() {
    this.abort.abort()
    this.stops.forEach((stop) => stop())
    map.removeLayer(this.earlier)
    map.render()
  }
}

/** Draws a layer only between two lines down the map, in pixels from its left edge. */
function clip(layer: BaseLayer, between: () => [number, number]): () => void {
  if (!(layer instanceof BaseVectorLayer)) return () => undefined
  const before = layer.on('prerender', (event: RenderEvent) => {
    const context = contextOf(event)
    const [width = 0, height = 0] = map.getSize() ?? []
    const [left, right] = cut(between(), width)
    context?.save()
    context?.beginPath()
    const [[x1, y1], [x2, y2]] = [pixel(event, left, 0), pixel(event, right, height)]
    context?.rect(x1, y1, x2 - x1, y2 - y1)
    context?.clip()
  })
  const after = layer.on('postrender', (event: RenderEvent) => contextOf(event)?.restore())
  return () => unByKey([before, after])
}

const cut = ([left, right]: [number, number], width: number): [number, number] => [Math.min(left, width), Math.min(right, width)]

/** A pixel of the map as the layer's own canvas counts it. The map is never turned, so two corners make a rectangle. */
function pixel(event: RenderEvent, x: number, y: number): [number, number] {
  const [px = 0, py = 0] = getRenderPixel(event, [x, y])
  return [px, py]
}

const contextOf = ({ context }: RenderEvent): CanvasRenderingContext2D | null => (context instanceof CanvasRenderingContext2D ? context : null)
