import type { FeatureLike } from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import type { Pixel } from 'ol/pixel'
import RenderFeature from 'ol/render/Feature'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Layer } from '@/api/catalog'
import { fetchFeature, type Item } from '@/api/features'
import { BASE_MAP, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { map, toShape } from './olMap'
import { markChosen } from './useOverlays'

export interface Hit {
  layer: Layer
  id: string
  properties: Record<string, unknown>
  /** Null for a row without a shape. */
  geometry: Geometry | null
  /** Whether it comes of a tile, with some of its values only. */
  partial: boolean
}

/** Lines are thin and fingers are not. */
const TOLERANCE = 6

/** The features that a click met, of every layer, the uppermost first, and the one whose details are shown. The address names that one. */
export const useSelection = defineStore('selection', () => {
  const catalog = useCatalog()
  const { view } = useView()
  const hits = shallowRef<Hit[]>([])
  const index = ref(0)
  const hit = computed<Hit | null>(() => hits.value[index.value] ?? null)

  function pick(pixel: Pixel) {
    const found: Hit[] = []
    map.forEachFeatureAtPixel(
      pixel,
      (feature, drawn) => {
        const layer = catalog.layer(String(drawn.get('id')))
        const hit = layer && hitOf(layer, feature)
        if (hit && !found.some((f) => f.layer === hit.layer && f.id === hit.id)) found.push(hit)
      },
      { hitTolerance: TOLERANCE, layerFilter: (l) => l.get('id') !== undefined && l.get('id') !== BASE_MAP },
    )
    choose(found)
  }

  function choose(found: Hit[]) {
    hits.value = found
    turnTo(0)
  }

  /** Shows the details of one of the hits; behind the last comes the first. */
  function turnTo(wanted: number) {
    const count = hits.value.length
    index.value = count === 0 ? 0 : (wanted + count) % count
    view.picked = hit.value && keyOf(hit.value)
    mark(hit.value)
    if (hit.value?.partial) void complete(hit.value)
  }

  /** A feature that was not clicked but found in a list. */
  const show = (layer: Layer, { id, properties, geometry }: Item) =>
    choose([{ layer, id, properties, geometry: geometry ? toShape(geometry) : null, partial: false }])

  /** A tile has neither all values of a feature nor its whole shape: they are fetched. */
  async function complete(part: Hit) {
    const item = await fetchFeature(part.layer.id, part.id).catch(() => null)
    if (!item) return
    const whole = { ...part, properties: item.properties, geometry: item.geometry ? toShape(item.geometry) : null, partial: false }
    hits.value = hits.value.map((one) => (one === part ? whole : one))
    mark(hit.value)
  }

  const mark = (marked: Hit | null) => markChosen(marked?.geometry ? [marked.geometry] : [])

  /** An address, or a step back, that names another feature than the one shown brings it. */
  watch(
    [() => view.picked, () => catalog.catalog],
    () => void follow(view.picked),
    { immediate: true },
  )

  async function follow(key: string | null) {
    if (!catalog.catalog || key === (hit.value && keyOf(hit.value))) return
    const cut = key?.indexOf('/') ?? -1
    const layer = key === null ? undefined : catalog.layer(key.slice(0, cut))
    const item = key && layer ? await fetchFeature(layer.id, key.slice(cut + 1)).catch(() => null) : null
    if (view.picked !== key) return
    if (layer && item) show(layer, item)
    else choose([])
  }

  return { hits, index, hit, pick, choose, mark, show, turnTo, clear: () => choose([]) }
})

const keyOf = ({ layer, id }: Hit) => `${layer.id}/${id}`

/** A feature of a layer as something chosen; null where it has no place. */
export function hitOf(layer: Layer, feature: FeatureLike): Hit | null {
  if (feature instanceof RenderFeature) {
    // Below the zoom of single features tiles hold classes, of which there is nothing to tell.
    const id: unknown = feature.getId()
    return id === undefined ? null : { layer, id: String(id), properties: feature.getProperties(), geometry: null, partial: true }
  }
  const geometry = feature.getGeometry()
  if (!geometry) return null
  const { geometry: _, ...properties } = feature.getProperties()
  return { layer, id: String(feature.getId() ?? ''), properties, geometry, partial: false }
}
