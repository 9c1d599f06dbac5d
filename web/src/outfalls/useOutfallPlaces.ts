import { computed, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { fetchOutfallPlaces, type OutfallPlaces } from '@/api/outfalls'
import type { Bbox } from '@/api/narrow'
import { asProblem, type Problem } from '@/api/problem'
import { map } from '@/map/olMap'
import { wholeBox } from '@/map/visibleBox'
import { useSession } from '@/session/useSession'
import { useOutfalls } from './useOutfalls'

const NONE: OutfallPlaces = { list: [], clusters: [] }

/** What the map shows of many outfalls: those within it that fit the filter, asked for anew where it is moved; what was there stays until the answer comes. */
export function useOutfallPlaces(wanted: () => boolean) {
  const outfalls = useOutfalls()
  const session = useSession()
  const places = shallowRef(NONE)
  const problem = shallowRef<Problem | null>(null)
  const box = shallowRef<Bbox | null>(null)
  let abort = new AbortController()

  const asked = computed(() => (wanted() && outfalls.many ? box.value : null))
  watch([asked, () => outfalls.filter, () => outfalls.layer?.revision, () => outfalls.entries], load)

  async function load() {
    abort.abort()
    const mine = (abort = new AbortController())
    problem.value = null
    if (asked.value === null) return void (places.value = NONE)
    try {
      places.value = await fetchOutfallPlaces(outfalls.filter, asked.value, mine.signal)
    } catch (thrown) {
      if (mine.signal.aborted) return
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
    }
  }

  const moved = () => {
    const now = wholeBox()
    if (now?.join() !== box.value?.join()) box.value = now
  }
  onMounted(() => {
    moved()
    map.on('moveend', moved)
  })
  onBeforeUnmount(() => {
    map.un('moveend', moved)
    abort.abort()
  })

  return { places, problem, load }
}
