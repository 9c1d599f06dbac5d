import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { fetchCaseCounts, fetchOpenCases, fetchOutfallCounts, fetchRedLineCover, type CaseCounts, type OpenCase, type OutfallCounts, type RedLineCover } from '@/api/overview'
import { fetchIndicators, type Indicators } from '@/api/indicators'
import { asProblem, type Problem } from '@/api/problem'
import { fetchRevisions, type Revision } from '@/api/revisions'
import { fetchSavedList, type SavedHead } from '@/api/scenario'
import { useCatalog } from '@/app/useCatalog'
import { useLayers } from '@/map/useLayers'
import { useSession } from '@/session/useSession'
import { newestOf } from './newest'

/** The layers that the overview speaks of beside the coast. */
export const OUTFALLS = 'outfalls'
export const RED_LINES = 'red-lines'
export const INDICATORS = 'indicators'
/** As many hand-ins and open problem sites as fit under each other. */
const LISTED = 5

/** One answer on its way to its card. */
export interface Answer<T> {
  value: T | null
  problem: Problem | null
  loading: boolean
}

/** What stands on the overview beside the ratio: each card has its own question, all are asked at once, after the map has its data. */
export function useOverview() {
  const catalog = useCatalog()
  const layers = useLayers()
  const session = useSession()
  const abort = new AbortController()

  const outfalls = answer<OutfallCounts>()
  const redLines = answer<RedLineCover>()
  const cases = answer<CaseCounts>()
  const openCases = answer<OpenCase[]>()
  const indicators = answer<Indicators>()
  const scenarios = answer<SavedHead[]>()
  const handIns = answer<Revision[]>()

  const has = (id: string) => (catalog.layer(id)?.count ?? 0) > 0
  const revisions = computed(() => catalog.layers.map((l) => `${l.id}:${l.revision}`).join())
  /** Set once: a layer that is switched on later takes nothing away from here. */
  const mapServed = ref(layers.settled)
  watch(() => layers.settled, (settled) => (mapServed.value ||= settled))

  watch([mapServed, revisions, () => session.signedIn], load, { immediate: true })
  onBeforeUnmount(() => abort.abort())

  function load() {
    if (!mapServed.value) return
    void ask(outfalls, () => (has(OUTFALLS) ? fetchOutfallCounts(abort.signal) : null))
    void ask(redLines, () => (has(RED_LINES) ? fetchRedLineCover(RED_LINES, abort.signal) : null))
    void ask(cases, () => fetchCaseCounts(abort.signal))
    void ask(openCases, async () => (session.signedIn ? (await fetchOpenCases(abort.signal)).slice(0, LISTED) : null))
    void ask(indicators, () => (has(INDICATORS) ? fetchIndicators(abort.signal) : null))
    void ask(scenarios, () => fetchSavedList(abort.signal))
    void ask(handIns, newestHandIns)
  }

  /** Revisions are numbered over all layers, so the newest are among those of the layers that were changed last. */
  async function newestHandIns(): Promise<Revision[]> {
    const changed = catalog.layers.filter((l) => l.revision !== null).sort((a, b) => (b.revision ?? 0) - (a.revision ?? 0))
    const histories = await Promise.all(changed.slice(0, LISTED).map((l) => fetchRevisions(l.id, abort.signal)))
    return newestOf(histories, LISTED)
  }

  async function ask<T>(card: Answer<T>, question: () => Promise<T | null> | null) {
    card.loading = true
    card.problem = null
    try {
      card.value = await question()
    } catch (thrown) {
      if (abort.signal.aborted) return
      card.value = null
      card.problem = asProblem(thrown)
    } finally {
      card.loading = false
    }
  }

  return { outfalls, redLines, cases, openCases, indicators, scenarios, handIns, load }
}

function answer<T>(): Answer<T> {
  return reactive({ value: null, problem: null, loading: true }) as Answer<T>
}
