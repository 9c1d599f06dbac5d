import type Feature from 'ol/Feature'
import { computed, shallowRef, watch } from 'vue'
import { fetchMatching } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { COAST, useCatalog } from '@/app/useCatalog'
import { toFeatures, useLayers } from '@/map/useLayers'
import { MOST_SEGMENTS, rowFilter } from './rowCoast'
import { useRetention } from './useRetention'

/** The coast of the row that is looked into, fetched for itself where the map has the coast as tiles only. */
export function useRowCoast(code: () => string | null) {
  const catalog = useCatalog()
  const layers = useLayers()
  const retention = useRetention()
  const segments = shallowRef<Feature[]>([])
  /** How many the row has in all. */
  const total = shallowRef(0)
  const problem = shallowRef<Problem | null>(null)
  const apart = computed(() => {
    const coast = catalog.layer(COAST)
    return coast !== undefined && layers.isTiled(coast)
  })

  const wanted = computed(() => {
    const [row, field] = [code(), catalog.layer(COAST)?.surveyYearField]
    return apart.value && row !== null && field && catalog.year !== null ? rowFilter(retention.by, row, field, catalog.year) : null
  })

  watch(
    [wanted, () => catalog.layer(COAST)?.revision],
    async ([filter], _, onCleanup) => {
      segments.value = []
      total.value = 0
      problem.value = null
      if (filter === null) return
      const abort = new AbortController()
      onCleanup(() => abort.abort())
      try {
        const page = await fetchMatching(COAST, filter, MOST_SEGMENTS, abort.signal)
        segments.value = page.items.flatMap(toFeatures)
        total.value = page.total ?? page.items.length
      } catch (thrown) {
        if (!abort.signal.aborted) problem.value = asProblem(thrown)
      }
    },
    { immediate: true },
  )

  return { apart, segments, total, problem }
}
