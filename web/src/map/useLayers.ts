import GeoJSON from 'ol/format/GeoJSON'
import type BaseLayer from 'ol/layer/Base'
import VectorSource from 'ol/source/Vector'
import { defineStore } from 'pinia'
import { computed, reactive, ref, watch } from 'vue'
import type { Layer } from '@/api/catalog'
import { fetchItems, type Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { drawnLayer } from './drawnLayer'
import { dataProjections, map } from './olMap'

/** What of a layer is on the map now, or on its way. */
interface Loaded {
  /** Year and revision; other ones mean that it has to be fetched anew. */
  version: string
  layer: BaseLayer
  source: VectorSource
  abort: AbortController
}

const format = new GeoJSON(dataProjections)

/** Brings layers onto the map when they are switched on and their zoom is reached, and never sooner. */
export const useLayers = defineStore('layers', () => {
  const catalog = useCatalog()
  const loaded = new Map<string, Loaded>()
  const pending = reactive(new Set<string>())
  const problems = reactive(new Map<string, Problem>())
  const arrivals = ref(0)
  const zoom = ref(map.getView().getZoom() ?? 0)
  map.on('moveend', () => (zoom.value = map.getView().getZoom() ?? 0))

  const wanted = computed(() =>
    catalog.mapLayers.filter((l) => catalog.visible.includes(l.id) && l.revision !== null && zoom.value >= l.style.minZoom),
  )
  /** A layer of surveys has nothing to show for a year without one. */
  const surveyed = (layer: Layer) =>
    layer.surveyYearField === null || (catalog.year !== null && layer.surveyYears.includes(catalog.year))
  const versionOf = (layer: Layer) => `${layer.surveyYearField ? catalog.year : ''}/${layer.revision}`
  /** Whether all that the map is to show has come, or failed to. */
  const settled = computed(
    () => arrivals.value >= 0 && pending.size === 0 && wanted.value.filter(surveyed).every((l) => loaded.get(l.id)?.version === versionOf(l)),
  )
  watch([wanted, () => catalog.year], show, { immediate: true })
  watch(() => catalog.visible, (visible) => loaded.forEach((l, id) => l.layer.setVisible(visible.includes(id))))

  function show() {
    for (const layer of wanted.value) {
      if (!surveyed(layer)) forget(layer.id)
      else if (loaded.get(layer.id)?.version !== versionOf(layer)) void fetchLayer(layer)
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

  async function fetchLayer(layer: Layer) {
    const before = loaded.get(layer.id)
    before?.abort.abort()
    const source = new VectorSource()
    const now: Loaded = { version: versionOf(layer), layer: drawnLayer(layer, source), source, abort: new AbortController() }
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
        now.layer.setVisible(catalog.visible.includes(layer.id))
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
  const featuresOf = (id: string) => loaded.get(id)?.source.getFeatures() ?? []

  return { pending, problems, arrivals, settled, zoom, featuresOf, retry }
})

const toFeatures = (item: Item) => format.readFeatures({ type: 'Feature', ...item })
