import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { changePath, fetchChange, type ChangeQuery, type CoastChange, type Reach } from '@/api/change'
import { asProblem, type Problem } from '@/api/problem'
import { COAST, REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useCoastNames } from './useCoastNames'

/** What changed between the selected survey and an earlier one. */
export const useChange = defineStore('change', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const { nameOf } = useCoastNames()
  const change = shallowRef<CoastChange | null>(null)
  const reaches = shallowRef<Reach[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  /** Region whose change is shown; null = all. */
  const region = computed(() => change.value?.rows.find((row) => row.code === view.region)?.code ?? null)
  let abort = new AbortController()

  const earlier = computed(() => catalog.coastYears.filter((year) => catalog.year !== null && year < catalog.year))
  const from = computed(() => (view.from !== null && earlier.value.includes(view.from) ? view.from : (earlier.value.at(-1) ?? null)))
  const by = computed<ChangeQuery['by']>(() => (view.by === 'bay' || view.by === 'city' ? view.by : 'town'))
  const query = computed<ChangeQuery | null>(() => {
    const { year, rules, coastYears } = catalog
    return from.value !== null && year !== null && coastYears.includes(year) && rules ? { from: from.value, to: year, by: by.value, rules: rules.id } : null
  })
  const comparable = computed(() => query.value !== null)
  const revisions = computed(() => [COAST, REGIONS].map((id) => catalog.layer(id)?.revision ?? 0).join('/'))
  watch([() => JSON.stringify(query.value), revisions], load, { immediate: true })

  async function load() {
    abort.abort()
    problem.value = null
    const asked = query.value
    const mine = (abort = new AbortController())
    loading.value = asked !== null
    if (!asked) return void (change.value = null)
    try {
      const answer = await fetchChange(asked, mine.signal)
      if (mine.signal.aborted) return
      change.value = answer.change
      reaches.value = answer.reaches
    } catch (thrown) {
      if (mine.signal.aborted) return
      change.value = null
      problem.value = asProblem(thrown)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  const link = (format: string) => (query.value ? changePath(query.value, format, view.lang) : '')

  return { change, reaches, problem, loading, region, earlier, comparable, from, by, load, nameOf, link }
})
