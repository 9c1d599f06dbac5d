import type { Extent } from 'ol/extent'
import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type BaseLayer from 'ol/layer/Base'
import LayerGroup from 'ol/layer/Group'
import VectorSource from 'ol/source/Vector'
import { defineStore } from 'pinia'
import { computed, reactive, ref, watch } from 'vue'
import type { Layer } from '@/api/catalog'
import { fetchItems, type Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { BASE_MAP, useCatalog } from '@/app/useCatalog'
import { useBaseMaps } from './base/useBaseMaps'
import { classStyle, drawnLayer } from './drawnLayer'
import { useLooks } from './looks/useLooks'
import { dataProjections, map } from './olMap'
import { MOST_FEATURES, tiledLayer } from './tiledLayer'
import { useProjection } from './useProjection'

/** What of a layer is on the map now, or on its way. */
interface Loaded {
  /** Year and revision; other ones mean that it has to be fetched anew. */
  version: string
  layer: BaseLayer
  /** Null for a layer of tiles. */
  source: VectorSource | null
  abort: AbortController
}

const format = new GeoJSON(dataProjections)

/** Brings layers onto the map when they are switched on and their zoom is reached, and never sooner. */
export const useLayers = defineStore('layers', () => {
  const catalog = useCatalog()
  const looks = useLooks()
  const bases = useBaseMaps()
  const projection = useProjection()
  const loaded = new Map<string, Loaded>()
  const pending = reactive(new Set<string>())
  const problems = reactive(new Map<string, Problem>())
  const arrivals = ref(0)
  const zoom = ref(map.getView().getZoom() ?? 0)
  map.on('moveend', () => (zoom.value = map.getView().getZoom() ?? 0))

  /** The page's own base map would hide the one of another service. */
  const isOn = (id: string) => catalog.visible.includes(id) && !(id === BASE_MAP && bases.chosen !== null)
  const wanted = computed(() =>
    catalog.mapLayers.filter((l) => isOn(l.id) && l.revision !== null && zoom.value >= l.style.minZoom),
  )
  /** A layer of surveys has nothing to show for a year without one. */
  const surveyed = (layer: Layer) =>
    layer.surveyYearField === null || (catalog.year !== null && layer.surveyYears.includes(catalog.year))
  /** Whether the map has a layer as vector tiles, and none of its features as such. */
  const isTiled = (layer: Layer) => layer.count > MOST_FEATURES && layer.id !== BASE_MAP
  const versionOf = (layer: Layer) => `${layer.surveyYearField ? catalog.year : ''}/${layer.revision}/${isTiled(layer) ? projection.value : ''}`
  /** Whether all that the map is to show has come, or failed to. */
  const settled = computed(
    () => arrivals.value >= 0 && pending.size === 0 && wanted.value.filter(surveyed).every((l) => loaded.get(l.id)?.version === versionOf(l)),
  )
  watch([wanted, () => catalog.year, projection], show, { immediate: true })
  watch([() => catalog.visible, () => bases.chosen], () => loaded.forEach((l, id) => l.layer.setVisible(isOn(id))))

  watch(() => looks.opacities, () => loaded.forEach((l, id) => l.layer.setOpacity(looks.opacityOf(id) / 100)))
  watch(() => looks.without, () => loaded.forEach((l) => redraw(l.layer)))

  function show() {
    for (const layer of wanted.value) {
      if (!surveyed(layer)) forget(layer.id)
      else if (loaded.get(layer.id)?.version !== versionOf(layer)) isTiled(layer) ? showTiles(layer) : void fetchLayer(layer)
    }
  }

  function forget(id: string) {
    const before = loaded.get(id)
    if (!before) return
    before.abort.abort()
    map.removeLayer(before.layer)
    loaded.delete(id)
    pending.delete(id)
    arrivals.value++
  }

  function showTiles(layer: Layer) {
    forget(layer.id)
    const style = classStyle(layer, () => looks.withoutOf(layer.id))
    const tiles = tiledLayer(layer, layer.surveyYearField ? catalog.year : null, projection.value, style)
    loaded.set(layer.id, { version: versionOf(layer), layer: tiles, source: null, abort: new AbortController() })
    tiles.setVisible(isOn(layer.id))
    tiles.setOpacity(looks.opacityOf(layer.id) / 100)
    map.addLayer(tiles)
    arrivals.value++
  }

  async function fetchLayer(layer: Layer) {
    const before = loaded.get(layer.id)
    before?.abort.abort()
    const source = new VectorSource()
    const now: Loaded = { version: versionOf(layer), layer: drawnLayer(layer, source, () => looks.withoutOf(layer.id)), source, abort: new AbortController() }
    loaded.set(layer.id, now)
    pending.add(layer.id)
    problems.delete(layer.id)
    try {
      const year = layer.surveyYearField ? catalog.year : null
      await fetchItems(layer.id, { year }, (items) => source.addFeatures(items.flatMap(toFeatures)), now.abort.signal)
    } catch (thrown) {
      if (now.abort.signal.aborted) return
      problems.set(layer.id, asProblem(thrown))
    } finally {
      // The old state stays on the map until the new one is whole, so that nothing flickers.
      if (before) map.removeLayer(before.layer)
      if (loaded.get(layer.id) === now) {
        pending.delete(layer.id)
        now.layer.setVisible(isOn(layer.id))
        now.layer.setOpacity(looks.opacityOf(layer.id) / 100)
        map.addLayer(now.layer)
        arrivals.value++
      }
    }
  }

  function retry(id: string) {
    const layer = catalog.layer(id)
    if (layer) void fetchLayer(layer)
  }

  /** Features of a layer that are on the map; none where it is off or still on its way. */
  const featuresOf = (id: string) => loaded.get(id)?.source?.getFeatures() ?? []

  /** One of them. */
  const featureOf = (id: string, feature: string): Feature | null => {
    const found = loaded.get(id)?.source?.getFeatureById(feature)
    return found instanceof Feature ? found : null
  }

  /** Those of them that lie in an extent of the map or meet it. */
  const featuresIn = (id: string, extent: Extent) => loaded.get(id)?.source?.getFeaturesInExtent(extent) ?? []

  /** How many features of a layer are on the map; of one that comes as tiles, how many it has. */
  const countOf = (layer: Layer) => loaded.get(layer.id)?.source?.getFeatures().length ?? (isTiled(layer) ? layer.count : 0)

  return { pending, problems, arrivals, settled, zoom, featuresOf, featureOf, featuresIn, countOf, isTiled, retry }
})

/** A feature as the map draws it; none where it has no shape. */
export const toFeatures = (item: Item) => format.readFeatures({ type: 'Feature', ...item })

const redraw = (layer: BaseLayer) => (layer instanceof LayerGroup ? layer.getLayers().forEach((one) => one.changed()) : layer.changed())
