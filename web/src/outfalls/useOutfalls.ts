import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchOutfalls, type OutfallFilter, type OutfallPart as Part } from '@/api/outfalls'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { symbolFor } from '@/styles/symbols'
import { useSession } from '@/session/useSession'
import { formatFilter, inOrder, parseFilter, parseOrder, wordOf, type Order } from './outfallLink'
import { outfallRows } from './outfallRows'

/** The layer that the ledger of outfalls rests on. */
export const OUTFALLS = 'outfalls'
/** A list of up to so many is held whole and sorted here, each outfall on the map; of longer ones only what is seen is fetched. */
export const HELD_WHOLE = 500
export const PARTS = ['figures', 'list', 'cases'] as const
export type OutfallPart = (typeof PARTS)[number]
const NOTHING: Part = { list: [], matching: 0 }

/** Outfalls as the list and the map show them: those that fit the filter of the address, in its order; where they are many, a part of them. Only who is signed in gets them. */
export const useOutfalls = defineStore('outfalls', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()
  const found = shallowRef<Part>(NOTHING)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const entries = ref(0)
  let abort = new AbortController()

  const layer = computed(() => catalog.layer(OUTFALLS))
  const field = (name: string) => layer.value?.fields.find((one) => one.name === name)
  /** In the order of the work. */
  const states = computed(() => codesOf('state'))
  const filter = computed(() => parseFilter(view.outfallFilter))
  const order = computed(() => parseOrder(view.outfallOrder))
  /** How many fit the filter. */
  const total = computed(() => found.value.matching)
  const many = computed(() => total.value > HELD_WHOLE)
  /** All of them; empty where they are many. */
  const list = computed(() => (many.value ? [] : inOrder(found.value.list, order.value, states.value)))
  const rows = outfallRows((offset, limit, signal) => fetchOutfalls(filter.value, { sort: wordOf(order.value), offset, limit }, signal))
  const part = computed<OutfallPart>(() => PARTS.find((one) => one === view.outfallPart) ?? 'figures')
  /** Whether somebody who keeps ledgers looks at them. */
  const mayKeep = computed(() => session.may('ledgers'))

  watch([() => session.signedIn, () => view.outfallFilter, () => layer.value?.revision, entries], load, { immediate: true })
  watch(() => view.outfallOrder, () => void (many.value && load()))

  async function load() {
    abort.abort()
    problem.value = null
    const mine = (abort = new AbortController())
    if (!session.signedIn || !layer.value?.count) return void ((found.value = NOTHING), (loading.value = false))
    loading.value = true
    try {
      const first = await fetchOutfalls(filter.value, { sort: wordOf(order.value), offset: 0, limit: HELD_WHOLE }, mine.signal)
      found.value = first
      rows.begin(first)
    } catch (thrown) {
      if (mine.signal.aborted) return
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
      found.value = NOTHING
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  /** Fetches the rows between two places of a long list. */
  async function need(from: number, to: number) {
    try {
      await rows.need(from, to)
    } catch (thrown) {
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
    }
  }

  function codesOf(name: string): string[] {
    return catalog.catalog?.codeLists.find((one) => one.id === field(name)?.codeList)?.entries.map((entry) => entry.code) ?? []
  }

  const labelOf = (name: string, code: string) => catalog.codeLabel(field(name), code)
  const symbolOf = (state: string | null) => (layer.value ? symbolFor(layer.value, { state }) : null)

  function choose(more: Partial<OutfallFilter>) {
    view.outfallFilter = formatFilter({ ...filter.value, ...more })
  }

  function sortBy(by: Order) {
    const falling = order.value.by === by ? !order.value.falling : by === 'exceedances'
    view.outfallOrder = by === 'name' && !falling ? null : wordOf({ by, falling })
  }

  return {
    layer, states, filter, order, total, many, list, rows, part, mayKeep, problem, loading, entries,
    load, need, codesOf, labelOf, symbolOf, choose, sortBy, noteEntry: () => entries.value++,
  }
})
