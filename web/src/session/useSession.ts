import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import * as api from '@/api/session'

/** Who is signed in. Reading needs nobody; changing does. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<api.Session>({ signedIn: false, role: null })
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Whether the account dialog is open. */
  const asking = ref(false)

  const passwordChanged = ref(false)

  const signedIn = computed(() => session.value.signedIn)
  const role = computed(() => session.value.role ?? 'admin')

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      problem.value = asProblem(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  const load = () => attempt(async () => void (session.value = await api.fetchSession()))
  const signIn = (password: string) =>
    attempt(async () => {
      session.value = await api.signIn(password)
      passwordChanged.value = false
      // The form that asked is gone with the next drawing and could not say so any more.
      asking.value = false
    })
  const signOut = () =>
    attempt(async () => {
      await api.signOut()
      session.value = { signedIn: false, role: null }
    })
  /** A new password ends every session, this one too. */
  const changePassword = (current: string, next: string) =>
    attempt(async () => {
      await api.changePassword(current, next)
      session.value = { signedIn: false, role: null }
      passwordChanged.value = true
    })

  /** A session that ended on the server ends here too, so that the page asks again instead of failing. */
  function noticeEnd(seen: Problem) {
    if (seen.status === 401) session.value = { signedIn: false, role: null }
  }

  return { problem, busy, asking, passwordChanged, signedIn, role, load, signIn, signOut, changePassword, noticeEnd }
})
