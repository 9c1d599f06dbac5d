import { computed, onBeforeUnmount, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { fetchFeature, type Item } from '@/api/features'
import type { Bbox } from '@/api/narrow'
import { asProblem, type Problem } from '@/api/problem'
import { fetchRows, rowsPath } from '@/api/rows'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useLooks } from '../looks/useLooks'
import { goTo, map, toShape } from '../olMap'
import { useSelection } from '../useSelection'
import { visibleBox } from '../visibleBox'
import { typedIn, wordOf } from './columnFilters'
import { rowsFilter } from './rowsFilter'

const PAGE = 200
/** Typing goes on; the server is asked when it rests. */
const REST_MS = 250

/** The rows of the layer that the address names: sorted and filtered by the server, fetched page by page as somebody scrolls. */
export function useTable() {
  const { view } = useView()
  const catalog = useCatalog()
  const looks = useLooks()
  const selection = useSelection()
  const rows = shallowRef<Item[]>([])
  const total = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  /** Whether the rows are those of an earlier question, and the new one is about to be asked. */
  const waiting = ref(false)
  const inView = ref(false)
  const box = shallowRef<Bbox | null>(null)
  let next: string | null = null
  let abort = new AbortController()

  const layer = computed(() => catalog.layers.find((l) => l.id === view.table) ?? null)
  const columns = computed(() => typedIn(view.columns))
  const sort = computed(() => ({ field: view.sort?.replace(/^-/, '') ?? null, falling: view.sort?.startsWith('-') ?? false }))
  const first = computed(() => {
    if (!layer.value) return null
    const without = looks.withoutOf(layer.value.id)
    const filter = rowsFilter(layer.value, { year: catalog.year, words: view.filter ?? '', without, columns: columns.value })
    return rowsPath(layer.value.id, { filter, sort: view.sort, bbox: inView.value ? box.value : null, limit: PAGE })
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(first, (_, before) => {
    clearTimeout(timer)
    waiting.value = true
    timer = setTimeout(() => void begin(), before === undefined ? 0 : REST_MS)
  }, { immediate: true })

  async function begin() {
    abort.abort()
    abort = new AbortController()
    waiting.value = false
    next = first.value
    total.value = null
    loading.value = false
    await more(true)
  }

  /** Fetches the next page, if there is one and none is on its way. */
  async function more(anew = false) {
    if (next === null || loading.value) return
    const { signal } = abort
    loading.value = true
    problem.value = null
    try {
      const page = await fetchRows(next, signal)
      rows.value = anew ? page.rows : [...rows.value, ...page.rows]
      total.value = page.total ?? total.value
      next = page.next
      if (next === null) total.value = rows.value.length
    } catch (thrown) {
      if (!signal.aborted) problem.value = asProblem(thrown)
    } finally {
      if (!signal.aborted) loading.value = false
    }
  }

  const narrow = (column: string, text: string) => (view.columns = wordOf({ ...columns.value, [column]: text }))

  /** Rising, then falling, then as they come. */
  function sortBy(field: string) {
    view.sort = sort.value.field !== field ? field : sort.value.falling ? null : `-${field}`
  }

  /** Shows the feature of a row on the map, with its details. */
  async function goToRow({ id }: Item) {
    const of = layer.value
    if (!of) return
    if (of.geometry !== 'none' && !catalog.visible.includes(of.id)) catalog.toggle(of.id)
    try {
      const item = await fetchFeature(of.id, id)
      selection.show(of, item)
      if (item.geometry) goTo([toShape(item.geometry)])
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }

  /** Place in the table of what is chosen on the map; −1 where it is not (yet) there. */
  const chosen = computed(() => {
    const { hit } = selection
    return hit && hit.layer.id === layer.value?.id ? rows.value.findIndex((row) => row.id === hit.id) : -1
  })

  const moved = () => (box.value = visibleBox())
  onMounted(() => {
    moved()
    map.on('moveend', moved)
  })
  onBeforeUnmount(() => {
    map.un('moveend', moved)
    clearTimeout(timer)
    abort.abort()
  })

  return reactive({ layer, rows, total, problem, loading, waiting, inView, sort, columns, first, chosen, more, sortBy, narrow, goToRow, retry: begin })
}
