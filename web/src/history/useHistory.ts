import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchRevisions, rollBack, type Revision } from '@/api/revisions'
import { COAST, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useSession } from '@/session/useSession'

/** The revisions of one layer, and the way back to an older one. */
export const useHistory = defineStore('history', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()
  const revisions = shallowRef<Revision[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const rollbackProblem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let abort = new AbortController()

  const layer = computed(() => view.history ?? COAST)
  watch([layer, () => catalog.layer(layer.value)?.revision], load, { immediate: true })

  async function load() {
    abort.abort()
    const mine = (abort = new AbortController())
    problem.value = null
    if (revisions.value?.[0]?.layer !== layer.value) revisions.value = null
    if (!catalog.layer(layer.value)) return
    try {
      revisions.value = await fetchRevisions(layer.value, mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) problem.value = asProblem(thrown)
    }
  }

  /** True when the layer is back at that state. */
  async function goBackTo(revision: Revision, note: string): Promise<boolean> {
    busy.value = true
    rollbackProblem.value = null
    const shown = view.year
    const surveyed = shown !== null && catalog.surveyYears.includes(shown)
    try {
      await rollBack(revision.layer, revision.id, note)
      await Promise.all([catalog.load(), load()])
      // The survey that was shown may be gone with its revision: then the newest that is left is shown.
      if (surveyed && !catalog.surveyYears.includes(shown)) view.year = null
      return true
    } catch (thrown) {
      rollbackProblem.value = asProblem(thrown)
      session.noticeEnd(rollbackProblem.value)
      return false
    } finally {
      busy.value = false
    }
  }

  return { layer, revisions, problem, rollbackProblem, busy, load, goBackTo }
})
