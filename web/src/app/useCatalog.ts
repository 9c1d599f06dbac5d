import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchCatalog, type Catalog, type Field, type Layer } from '@/api/catalog'
import type { Text } from '@/api/narrow'
import { asProblem, type Problem } from '@/api/problem'
import { useView } from './useView'

/** The layers that the page's own tasks speak of. */
export const COAST = 'coastline'
export const REGIONS = 'regions'
export const BASE_MAP = 'basemap'

export const useCatalog = defineStore('catalog', () => {
  const { view } = useView()
  const catalog = shallowRef<Catalog | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)

  const layers = computed(() => catalog.value?.layers ?? [])
  const mapLayers = computed(() => layers.value.filter((l) => l.geometry !== 'none'))
  const ruleSets = computed(() => catalog.value?.ruleSets ?? [])
  const surveyYears = computed(() => {
    const years = new Set(layers.value.flatMap((l) => l.surveyYears))
    return [...years].sort((a, b) => b - a)
  })
  const coastYears = computed(() => [...(layer(COAST)?.surveyYears ?? [])].sort((a, b) => a - b))

  /** The year in the address, else the newest survey. */
  const year = computed(() => view.year ?? surveyYears.value[0] ?? null)
  const targets = computed(() => catalog.value?.targets ?? [])
  const rules = computed(() => ruleSets.value.find((r) => r.id === view.rules) ?? ruleSets.value[0] ?? null)
  const visible = computed(() => view.layers ?? mapLayers.value.filter((l) => l.style.visible).map((l) => l.id))

  /** What “zoom to all” goes to: the region the page is about, not the wider base map around it. */
  const home = computed(() => [REGIONS, COAST, BASE_MAP].map((id) => layer(id)?.bbox).find((b) => b) ?? null)

  async function load() {
    loading.value = true
    problem.value = null
    try {
      catalog.value = await fetchCatalog()
    } catch (thrown) {
      problem.value = asProblem(thrown)
    } finally {
      loading.value = false
    }
  }

  const layer = (id: string): Layer | undefined => layers.value.find((l) => l.id === id)

  /** The words for a code; a code no list knows stands for itself. */
  function codeLabel(field: Field | undefined, code: string): Text {
    const list = catalog.value?.codeLists.find((l) => l.id === field?.codeList)
    return list?.entries.find((e) => e.code === code)?.label ?? { zh: code, en: code }
  }

  function toggle(id: string) {
    const on = visible.value
    view.layers = on.includes(id) ? on.filter((l) => l !== id) : [...on, id]
  }

  return {
    catalog, problem, loading, layers, mapLayers, ruleSets, targets, surveyYears, coastYears, year, rules, visible, home,
    load, layer, codeLabel, toggle,
  }
})
