import { shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchCoastTypes, type CoastTypes } from '@/api/retention'
import { useRetention } from './useRetention'

/** Metres of each type of coast in the rows of the table: asked for while somebody looks at them. */
export function useTypes() {
  const retention = useRetention()
  const types = shallowRef<CoastTypes | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let abort = new AbortController()

  // The result follows the question and the revisions, so a new one means that the types are new as well.
  watch(() => retention.result, load, { immediate: true })

  async function load() {
    abort.abort()
    problem.value = null
    const asked = retention.query
    if (!asked) return void (types.value = null)
    const mine = (abort = new AbortController())
    try {
      const answer = await fetchCoastTypes(asked, mine.signal)
      if (!mine.signal.aborted) types.value = answer
    } catch (thrown) {
      if (mine.signal.aborted) return
      types.value = null
      problem.value = asProblem(thrown)
    }
  }

  return { types, problem, load }
}
