import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchRetention, retentionPath, type FigureFormat, type Retention, type RetentionQuery } from '@/api/retention'
import { COAST, REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { groupingFor } from './grouping'

export interface YearRatio {
  year: number
  ratioPercent: number | null
}

const isPercent = (word: string | null) => word !== null && word.trim() !== '' && Number(word) >= 0 && Number(word) <= 100

/** The figures of the selected year, and the city's ratio over all surveys. */
export const useRetention = defineStore('retention', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const result = shallowRef<Retention | null>(null)
  const series = shallowRef<YearRatio[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  /** Whether somebody looks at the course over the surveys; the overview does not and leaves the service to the map. */
  const seriesWanted = ref(false)
  let abort = new AbortController()

  const surveyed = computed(() => catalog.year !== null && catalog.coastYears.includes(catalog.year))
  const hasRegions = computed(() => (catalog.layer(REGIONS)?.count ?? 0) > 0)
  /** What the rows are. */
  const by = computed(() => groupingFor(view.by, hasRegions.value))
  /** What the address asks to hold the ratio against; what is none is left to the service's own. */
  const target = computed(() => (catalog.targets.some(({ id }) => id === view.target) || isPercent(view.target) ? view.target : null))
  const query = computed<RetentionQuery | null>(() =>
    surveyed.value && catalog.year !== null && catalog.rules ? { year: catalog.year, by: by.value, rules: catalog.rules.id, target: target.value } : null,
  )
  /** New data under the same question is a new answer. */
  const revisions = computed(() => [COAST, REGIONS].map((id) => catalog.layer(id)?.revision ?? 0).join('/'))

  watch([() => JSON.stringify(query.value), revisions], load, { immediate: true })
  watch([seriesWanted, () => catalog.rules?.id, () => catalog.coastYears.join(), revisions], loadSeries, { immediate: true })

  async function load() {
    abort.abort()
    problem.value = null
    const asked = query.value
    if (!asked) {
      result.value = null
      return
    }
    const mine = (abort = new AbortController())
    loading.value = true
    try {
      result.value = await fetchRetention(asked, mine.signal)
    } catch (thrown) {
      if (mine.signal.aborted) return
      result.value = null
      problem.value = asProblem(thrown)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  async function loadSeries() {
    const rules = catalog.rules?.id
    const asked = `${rules}|${catalog.coastYears.join()}|${revisions.value}`
    if (!rules || !seriesWanted.value) return
    const found = await Promise.all(catalog.coastYears.map((year) => ratioOf(year, rules)))
    // A later question may have been answered first.
    if (asked === `${catalog.rules?.id}|${catalog.coastYears.join()}|${revisions.value}`) {
      series.value = found.filter((r) => r !== null)
    }
  }

  /** A year whose figure cannot be had is left out of the line; the main figure tells what is wrong. */
  async function ratioOf(year: number, rules: string): Promise<YearRatio | null> {
    try {
      return { year, ratioPercent: (await fetchRetention({ year, by: groupingFor('city', hasRegions.value), rules })).total.ratioPercent }
    } catch (thrown) {
      console.error(thrown)
      return null
    }
  }

  const link = computed(() => (query.value ? retentionPath(query.value) : ''))
  /** The figure as a file, taken apart as the bars are. */
  const fileLink = (format: FigureFormat) =>
    query.value ? retentionPath({ ...query.value, across: view.bars === 'types' ? 'type2' : null, format, lang: view.lang }) : ''

  return { result, by, hasRegions, series, seriesWanted, problem, loading, surveyed, query, link, fileLink, load }
})
