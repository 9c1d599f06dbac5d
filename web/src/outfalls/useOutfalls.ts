import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchOutfalls, type Outfall, type OutfallFilter } from '@/api/outfalls'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { symbolFor } from '@/styles/symbols'
import { useSession } from '@/session/useSession'
import { formatFilter, inOrder, parseFilter, parseOrder, type Order } from './outfallLink'

/** The layer that the ledger of outfalls rests on. */
export const OUTFALLS = 'outfalls'
export const PARTS = ['figures', 'list', 'cases'] as const
export type OutfallPart = (typeof PARTS)[number]

/** Outfalls as the list and the map show them: those that fit the filter of the address, in its order. Only who is signed in gets them. */
export const useOutfalls = defineStore('outfalls', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()
  const found = shallowRef<Outfall[]>([])
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
  const list = computed(() => inOrder(found.value, order.value, states.value))
  const part = computed<OutfallPart>(() => PARTS.find((one) => one === view.outfallPart) ?? 'figures')
  /** Whether somebody who keeps ledgers looks at them. */
  const mayKeep = computed(() => session.may('ledgers'))

  watch([() => session.signedIn, () => view.outfallFilter, () => layer.value?.revision, entries], load, { immediate: true })

  async function load() {
    abort.abort()
    problem.value = null
    const mine = (abort = new AbortController())
    if (!session.signedIn || !layer.value?.count) return void ((found.value = []), (loading.value = false))
    loading.value = true
    try {
      found.value = await fetchOutfalls(filter.value, mine.signal)
    } catch (thrown) {
      if (mine.signal.aborted) return
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
      found.value = []
    } finally {
      if (abort === mine) loading.value = false
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
    view.outfallOrder = by === 'name' && !falling ? null : `${falling ? '-' : ''}${by}`
  }

  return {
    layer, states, filter, order, list, part, mayKeep, problem, loading, entries,
    load, codesOf, labelOf, symbolOf, choose, sortBy, noteEntry: () => entries.value++,
  }
})
