import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { coveragePath, fetchCoverage, type Coverage, type CoverageFormat, type CoverageQuery } from '@/api/coverage'
import { fetchItems, type Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { ZONE_LAYERS } from './zoneLayers'

/** Zones of one class, and how much ground they cover. */
export interface ZoneGroup {
  code: string | null
  items: Item[]
}

/** The zones of the chosen layer with their coverage; overlaps are those between all layers of zones that stand beside red lines. */
export const useZones = defineStore('zones', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const coverage = shallowRef<Coverage | null>(null)
  const items = shallowRef<Record<string, Item[]>>({})
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let abort = new AbortController()

  const layers = computed(() => ZONE_LAYERS.filter(({ id }) => (catalog.layer(id)?.count ?? 0) > 0))
  const chosen = computed(() => layers.value.find(({ id }) => id === view.zones) ?? layers.value[0] ?? null)
  const by = computed<CoverageQuery['by']>(() => (view.by === 'bay' || view.by === 'city' ? view.by : 'town'))
  const query = computed<CoverageQuery | null>(() => {
    if (!chosen.value) return null
    // Overlaps are of interest between protected areas and red lines; control units cover all ground by design.
    const beside = layers.value.map(({ id }) => id).filter((id) => id !== 'control-units')
    return { layers: chosen.value.id === 'control-units' ? [chosen.value.id] : beside, by: by.value }
  })
  const revisions = computed(() => [REGIONS, ...ZONE_LAYERS.map(({ id }) => id)].map((id) => catalog.layer(id)?.revision ?? 0).join('/'))
  watch([() => JSON.stringify(query.value), revisions, () => view.task === 'zones'], load, { immediate: true })

  async function load() {
    const asked = query.value
    if (view.task !== 'zones' || !asked) return
    abort.abort()
    const mine = (abort = new AbortController())
    problem.value = null
    loading.value = true
    try {
      const [answer, ...lists] = await Promise.all([fetchCoverage(asked, mine.signal), ...asked.layers.map((id) => allItems(id, mine.signal))])
      if (mine.signal.aborted) return
      coverage.value = answer
      items.value = Object.fromEntries(asked.layers.map((id, index) => [id, lists[index] ?? []]))
    } catch (thrown) {
      if (mine.signal.aborted) return
      coverage.value = null
      problem.value = asProblem(thrown)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  async function allItems(layer: string, signal: AbortSignal): Promise<Item[]> {
    const all: Item[] = []
    await fetchItems(layer, {}, (page) => all.push(...page), signal)
    return all
  }

  /** The zones of the chosen layer by class, in the order of the code list. */
  const groups = computed<ZoneGroup[]>(() => {
    const now = chosen.value
    const list = now ? (items.value[now.id] ?? []) : []
    if (!now) return []
    const codes = [...new Set(list.map((item) => codeOf(item, now.field)))]
    const known = catalog.catalog?.codeLists.find((one) => one.id === fieldOf(now)?.codeList)?.entries.map((entry) => entry.code) ?? []
    const place = (code: string | null) => (code === null ? known.length : known.indexOf(code))
    return codes.sort((a, b) => place(a) - place(b)).map((code) => ({ code, items: list.filter((item) => codeOf(item, now.field) === code) }))
  })

  const fieldOf = ({ id, field }: (typeof ZONE_LAYERS)[number]) => catalog.layer(id)?.fields.find((one) => one.name === field)
  const codeOf = (item: Item, field: string) => (typeof item.properties[field] === 'string' ? item.properties[field] : null)
  const find = (layer: string, id: string) => items.value[layer]?.find((item) => item.id === id) ?? null
  const link = (format?: CoverageFormat) => (query.value ? coveragePath({ ...query.value, ...(format ? { format, lang: view.lang } : {}) }) : '')

  return { layers, chosen, by, coverage, groups, problem, loading, load, fieldOf, find, link }
})
