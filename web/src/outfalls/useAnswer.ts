import { onBeforeUnmount, ref, shallowRef, watch, type WatchSource } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { useSession } from '@/session/useSession'

/** The newest answer to a question that changes; an older one that is still on its way no longer counts. The question is null where there is nothing to ask. */
export function useAnswer<Q, T>(question: () => Q | null, again: WatchSource[], ask: (question: Q, signal: AbortSignal) => Promise<T>) {
  const session = useSession()
  const value = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let abort = new AbortController()

  watch([question, ...again], load, { immediate: true })
  watch(question, () => (value.value = null), { flush: 'sync' })
  onBeforeUnmount(() => abort.abort())

  async function load() {
    abort.abort()
    const mine = (abort = new AbortController())
    const asked = question()
    problem.value = null
    if (asked === null) return void (loading.value = false)
    loading.value = true
    try {
      value.value = await ask(asked, mine.signal)
    } catch (thrown) {
      if (mine.signal.aborted) return
      value.value = null
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  return { value, problem, loading, load }
}
