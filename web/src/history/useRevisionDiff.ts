import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Change, ChangeKind } from '@/api/checks'
import { asProblem, type Problem } from '@/api/problem'
import { fetchDiff, type RevisionDiff } from '@/api/revisions'
import { useView } from '@/app/useView'
import type { Side } from '@/map/useOverlays'
import { formatPair, pairOf, parsePair } from './compared'
import { useHistory } from './useHistory'

/** As many as a list of buttons stays quick with; the map shows the same ones. */
const AT_ONCE = 500

/** Two revisions of the layer beside each other: what was added, changed and removed between them. */
export const useRevisionDiff = defineStore('revisionDiff', () => {
  const { view } = useView()
  const history = useHistory()
  const diff = shallowRef<RevisionDiff | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const kind = ref<ChangeKind | null>(null)
  const side = ref<Side>('both')
  const chosen = shallowRef<Change | null>(null)
  /** Pointed at, in the list or on the map. */
  const hovered = shallowRef<Change | null>(null)
  let abort = new AbortController()

  const pair = computed(() => parsePair(view.compared))
  const fitting = computed(() => (diff.value?.changes ?? []).filter((change) => kind.value === null || change.kind === kind.value))
  const shown = computed(() => fitting.value.slice(0, AT_ONCE))
  /** How many there are of what is looked at, listed or not. */
  const total = computed(() => {
    if (!diff.value) return 0
    const { added, changed, removed } = diff.value
    return kind.value === null ? added + changed + removed : diff.value[kind.value]
  })

  const compare = (a: number, b: number) => (view.compared = a === b ? null : formatPair(pairOf(a, b)))
  function compareWithCurrent(revision: number) {
    const current = history.revisions?.find((r) => r.current)
    if (current) compare(revision, current.id)
  }
  const stop = () => (view.compared = null)

  watch([() => history.layer, () => view.compared], load, { immediate: true })

  async function load() {
    abort.abort()
    const mine = (abort = new AbortController())
    diff.value = problem.value = chosen.value = hovered.value = kind.value = null
    loading.value = pair.value !== null
    if (!pair.value) return
    try {
      diff.value = await fetchDiff(history.layer, pair.value.from, pair.value.to, mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) problem.value = asProblem(thrown)
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  return { diff, problem, loading, kind, side, chosen, hovered, pair, shown, total, compare, compareWithCurrent, stop, load }
})
