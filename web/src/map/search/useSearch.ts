import { getCenter } from 'ol/extent'
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchFeature } from '@/api/features'
import type { Place } from '@/api/narrow'
import { asProblem, type Problem } from '@/api/problem'
import { search, type SearchAnswer, type SearchHit } from '@/api/search'
import { useCatalog } from '@/app/useCatalog'
import { goTo, goToPlace, map, toPlace } from '../olMap'
import { useSelection } from '../useSelection'
import { showTypedPlace } from '../useOverlays'
import { placeIn } from './typedPlace'

/** Typing goes on; the server is asked when it rests. */
const REST_MS = 250
const LONGEST = 100

/** What somebody looks for on the map: a place by its coordinates, or features of any layer by name or code. */
export function useSearch() {
  const catalog = useCatalog()
  const selection = useSelection()
  const words = ref('')
  const answer = shallowRef<SearchAnswer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const searching = ref(false)
  let abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const place = computed<Place | null>(() => placeIn(words.value, toPlace(map.getView().getCenter() ?? getCenter([0, 0, 0, 0]))))

  watch(words, () => {
    clearTimeout(timer)
    abort.abort()
    answer.value = null
    problem.value = null
    const wanted = words.value.trim()
    searching.value = wanted !== '' && place.value === null
    if (searching.value) timer = setTimeout(() => void ask(wanted.slice(0, LONGEST)), REST_MS)
  })

  async function ask(wanted: string) {
    abort = new AbortController()
    const { signal } = abort
    try {
      answer.value = await search(wanted, catalog.year, signal)
    } catch (thrown) {
      if (!signal.aborted) problem.value = asProblem(thrown)
    } finally {
      if (!signal.aborted) searching.value = false
    }
  }

  function goToTyped() {
    if (!place.value) return
    showTypedPlace(place.value)
    goToPlace(place.value)
  }

  /** Goes to a hit, switches its layer on and opens its details. */
  async function goToHit(hit: SearchHit) {
    const layer = catalog.layer(hit.layer)
    if (!layer) return
    if (!catalog.visible.includes(layer.id)) catalog.toggle(layer.id)
    if (hit.bbox) goTo(hit.bbox)
    try {
      selection.show(layer, await fetchFeature(layer.id, hit.id))
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }

  function clear() {
    words.value = ''
    showTypedPlace(null)
  }

  return { words, place, answer, problem, searching, goToTyped, goToHit, retry: () => void ask(words.value.trim()), clear }
}
