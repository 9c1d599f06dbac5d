import type BaseLayer from 'ol/layer/Base'
import LayerGroup from 'ol/layer/Group'
import TileLayer from 'ol/layer/Tile'
import VectorLayer from 'ol/layer/Vector'
import VectorTileLayer from 'ol/layer/VectorTile'
import OlMap from 'ol/Map'
import View from 'ol/View'
import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { map, resolutionAt, scaleOf } from '../olMap'
import { fadeOut } from '../sheetFade'

/** Pixels of the picture for one of the style sheet: 240 to an inch of paper. */
export const SHARPNESS = 2.5

/** A second map for the sheet, with the same layers over the same data; it can be moved by itself. */
export function usePrintMap(target: Readonly<Ref<HTMLElement | null>>, wanted: Ref<number | null>, size: Ref<unknown>) {
  const scale = ref(NaN)
  const drawn = ref(false)
  let sheet: OlMap | null = null

  function show() {
    if (!sheet) return
    sheet.updateSize()
    const view = sheet.getView()
    if (wanted.value === null) view.fit(map.getView().calculateExtent())
    else view.setResolution(resolutionAt(view, wanted.value))
    drawn.value = false
    measure()
  }

  const measure = () => sheet && (scale.value = scaleOf(sheet.getView()))

  onMounted(() => {
    const view = map.getView()
    const { projection, resolution } = { projection: view.getProjection(), resolution: view.getResolution() }
    sheet = new OlMap({
      target: target.value ?? undefined,
      pixelRatio: SHARPNESS,
      controls: [],
      layers: copies(map.getLayers().getArray()),
      view: new View({ projection, center: view.getCenter() ?? [0, 0], resolution: resolution ?? 1, constrainResolution: false, maxZoom: 22 }),
    })
    sheet.on('movestart', () => (drawn.value = false))
    sheet.on('moveend', measure)
    sheet.on('rendercomplete', () => (drawn.value = true))
    show()
  })
  watch([wanted, size], () => void nextTick(show))
  onBeforeUnmount(() => {
    sheet?.setTarget(undefined)
    sheet?.getLayers().clear()
  })

  return { scale, drawn }
}

/** A layer belongs to one map; its data and its looks can be shared. */
function copies(layers: BaseLayer[]): BaseLayer[] {
  return layers.flatMap((layer) => {
    if (layer instanceof LayerGroup) {
      return copies(layer.getLayers().getArray()).map((copy) => {
        copy.setOpacity(copy.getOpacity() * layer.getOpacity())
        copy.setVisible(copy.getVisible() && layer.getVisible())
        return copy
      })
    }
    return copyOf(layer) ?? []
  })
}

function copyOf(layer: BaseLayer): BaseLayer | null {
  const same = {
    opacity: layer.getOpacity(),
    visible: layer.getVisible(),
    minZoom: layer.getMinZoom(),
    ...(layer.getZIndex() === undefined ? {} : { zIndex: layer.getZIndex() }),
  }
  if (layer instanceof VectorTileLayer) return copyWith(layer, (source, style) => new VectorTileLayer({ ...same, source, style }))
  if (layer instanceof VectorLayer) {
    const declutter = layer.getDeclutter() !== undefined
    return copyWith(layer, (source, style) => {
      const copy = new VectorLayer({ ...same, source, style, declutter })
      if (layer.get('fades')) fadeOut(copy)
      return copy
    })
  }
  if (layer instanceof TileLayer) {
    const source = layer.getSource()
    return source ? new TileLayer({ ...same, source }) : null
  }
  return null
}

function copyWith<S, F>(layer: { getSource(): S | null; getStyleFunction(): F }, make: (source: S, style: F) => BaseLayer): BaseLayer | null {
  const source = layer.getSource()
  return source ? make(source, layer.getStyleFunction()) : null
}
