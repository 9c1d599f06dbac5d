import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import * as api from '@/api/session'

/** Who is signed in. Reading needs nobody; changing does. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<api.Session>(api.SIGNED_OUT)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Whether the server has said who is signed in. */
  const settled = ref(false)
  /** Whether the account dialog is open. */
  const asking = ref(false)

  const passwordChanged = ref(false)
  /** Whether the session ended without being left: by its age, in another tab, by an administrator. */
  const expired = ref(false)
  const signedIn = computed(() => session.value.signedIn)
  const name = computed(() => session.value.name)
  const display = computed(() => session.value.display)
  /** Whether the account holds a right, by the server's word for it. */
  const may = (right: string) => session.value.rights.includes(right)
  const openid = computed(() => session.value.openid)
  /** Somebody who was given a password has to choose their own before anything else. */
  const mustChange = computed(() => session.value.mustChange)

  const ended = () => (session.value = { ...api.SIGNED_OUT, openid: session.value.openid })

  function began(next: api.Session) {
    session.value = next
    settled.value = true
    passwordChanged.value = false
    expired.value = false
    // The form that asked is gone with the next drawing and could not say so any more.
    asking.value = next.mustChange
  }

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

  const load = () => attempt(async () => began(await api.fetchSession()))
  const signIn = (password: string, account = '') => attempt(async () => began(await api.signIn(password, account)))
  const signOut = () =>
    attempt(async () => {
      await api.signOut()
      ended()
    })
  /** A new password ends every session, this one too; who had to choose it is signed in again with it. */
  const changePassword = (current: string, next: string) =>
    attempt(async () => {
      const { mustChange: forced, name: account } = session.value
      await api.changePassword(current, next)
      ended()
      if (forced) began(await api.signIn(next, account ?? ''))
      else passwordChanged.value = true
    })

  /** A session that ended on the server ends here too, so that the page asks again instead of failing. */
  function noticeEnd(seen: Problem) {
    if (seen.status !== 401) return
    expired.value ||= signedIn.value
    ended()
  }

  return {
    problem, busy, asking, settled, passwordChanged, expired, signedIn, name, display, may, openid, mustChange,
    load, signIn, signOut, changePassword, noticeEnd,
  }
})
