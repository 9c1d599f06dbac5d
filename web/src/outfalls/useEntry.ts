import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { useSession } from '@/session/useSession'

/** Something that is being entered into the ledger: under way, or refused and why. */
export function useEntry() {
  const session = useSession()
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** Whether the server took it. */
  async function enter(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, enter }
}
