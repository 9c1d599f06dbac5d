import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchImpact, fetchImpactRules } from '@/api/impact'
import type { ImpactQuestion, ImpactReport, ImpactRules } from '@/api/impactReport'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { newestOnly } from './newestOnly'
import { useSite } from './useSite'

/** The question about the site as it stands, and the newest answer to it. */
export const useImpact = defineStore('impact', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const site = useSite()
  const rules = shallowRef<ImpactRules | null>(null)
  const report = shallowRef<ImpactReport | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const rulesProblem = shallowRef<Problem | null>(null)
  const loading = ref(false)

  const question = computed<ImpactQuestion | null>(() => {
    const shape = site.shape ?? site.parts
    const place = shape ? { geometry: shape } : site.project !== null ? { project: site.project } : null
    return place && { ...place, activity: view.activity, year: view.year, counting: view.rules }
  })
  /** New data under the same question is a new answer. */
  const revisions = computed(() => catalog.layers.map((layer) => layer.revision).join())

  const asker = newestOnly(
    fetchImpact,
    (answer) => {
      report.value = answer
      problem.value = null
      loading.value = false
    },
    (thrown) => {
      report.value = null
      problem.value = asProblem(thrown)
      loading.value = false
    },
  )

  watch([() => JSON.stringify(question.value), revisions, () => view.task === 'impact'], ask, { immediate: true })

  function ask() {
    if (view.task !== 'impact') return
    const asked = question.value
    loading.value = asked !== null
    if (asked) return asker.ask(asked)
    asker.drop()
    report.value = null
    problem.value = null
  }

  async function loadRules() {
    rulesProblem.value = null
    try {
      rules.value = await fetchImpactRules()
    } catch (thrown) {
      rulesProblem.value = asProblem(thrown)
    }
  }

  return { rules, rulesProblem, question, report, problem, loading, ask, loadRules }
})
