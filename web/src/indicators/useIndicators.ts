import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchIndicators, indicatorsPath, KINDS, STATES, type Indicator, type IndicatorFormat, type Indicators } from '@/api/indicators'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'

/** The indicators of the plan, those that are listed, and the one that is open. */
export const useIndicators = defineStore('indicators', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const plan = shallowRef<Indicators | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let abort = new AbortController()

  const state = computed(() => STATES.find((one) => one === view.state) ?? null)
  const kind = computed(() => KINDS.find((one) => one === view.kind) ?? null)
  const rows = computed(() => plan.value?.rows ?? [])
  const listed = computed(() => rows.value.filter((row) => (state.value === null || row.state === state.value) && (kind.value === null || row.kind === kind.value)))
  /** By domain, in the order of the plan. */
  const domains = computed(() => {
    const names = [...new Set(listed.value.map((row) => row.domain))]
    return names.map((name) => ({ name, rows: listed.value.filter((row) => row.domain === name) }))
  })
  const counts = computed(() => STATES.map((one) => ({ state: one, n: rows.value.filter((row) => row.state === one).length })))
  const open = computed(() => Number(view.indicator))
  const revisions = computed(() => catalog.layers.map((layer) => layer.revision).join())
  watch([revisions, () => view.task === 'indicators'], () => void load(), { immediate: true })

  async function load() {
    if (view.task !== 'indicators') return
    abort.abort()
    const mine = (abort = new AbortController())
    problem.value = null
    loading.value = true
    try {
      const answer = await fetchIndicators(mine.signal)
      if (!mine.signal.aborted) plan.value = answer
    } catch (thrown) {
      if (!mine.signal.aborted) problem.value = asProblem(thrown)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  const toggle = ({ no }: Indicator) => (view.indicator = open.value === no ? null : String(no))
  const link = (format?: IndicatorFormat) => indicatorsPath(format ? { state: state.value, format, lang: view.lang } : {})

  return { plan, problem, loading, state, kind, listed, domains, counts, open, load, toggle, link }
})
