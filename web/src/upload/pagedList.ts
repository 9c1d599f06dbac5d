import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** One page of a list as the server gives it. */
export interface ListPage<Item> {
  items: Item[]
  matching: number
  next: number | null
}

export interface PagedList<Item, Filter> {
  items: ShallowRef<Item[]>
  /** How many fit the filter in all. */
  matching: Ref<number>
  filter: ShallowRef<Filter>
  /** Whether there are more than those that came so far. */
  hasMore: Ref<boolean>
  loading: Ref<boolean>
  problem: ShallowRef<Problem | null>
  load: (filter: Filter) => Promise<void>
  more: () => Promise<void>
  clear: () => void
}

/** A long list, fetched page after page as far as somebody wants to see it. A new filter begins anew, and what was asked before no longer counts. */
export function pagedList<Item, Filter>(
  fetchPage: (filter: Filter, after: number) => Promise<ListPage<Item>>,
  everything: Filter,
): PagedList<Item, Filter> {
  const items = shallowRef<Item[]>([])
  const matching = ref(0)
  const filter = shallowRef(everything)
  const hasMore = ref(false)
  const loading = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let next: number | null = null
  let asked = 0

  async function fetchAfter(after: number, before: Item[]) {
    const mine = ++asked
    loading.value = true
    problem.value = null
    try {
      const page = await fetchPage(filter.value, after)
      if (mine !== asked) return
      items.value = [...before, ...page.items]
      matching.value = page.matching
      next = page.next
      hasMore.value = next !== null
    } catch (thrown) {
      if (mine === asked) problem.value = asProblem(thrown)
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  async function load(wanted: Filter) {
    filter.value = wanted
    await fetchAfter(0, [])
  }

  async function more() {
    if (next !== null && !loading.value) await fetchAfter(next, items.value)
  }

  function clear() {
    asked++
    items.value = []
    matching.value = 0
    filter.value = everything
    next = null
    hasMore.value = loading.value = false
    problem.value = null
  }

  return { items, matching, filter, hasMore, loading, problem, load, more, clear }
}
