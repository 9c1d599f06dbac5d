import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { pagedList } from './pagedList'

const numbers = Array.from({ length: 7 }, (_, i) => i)
async function page(even: boolean | null, after: number) {
  const all = numbers.filter((n) => even === null || (n % 2 === 0) === even)
  const items = all.slice(after, after + 3)
  return { items, matching: all.length, next: after + 3 < all.length ? after + 3 : null }
}

describe('a long list', () => {
  it('grows page by page to its end', async () => {
    const list = pagedList(page, null)
    await list.load(null)
    expect([list.items.value, list.matching.value, list.hasMore.value]).toEqual([[0, 1, 2], 7, true])
    await list.more()
    await list.more()
    expect([list.items.value, list.hasMore.value]).toEqual([numbers, false])
    await list.more()
    expect(list.items.value).toEqual(numbers)
  })

  it('begins anew with another filter', async () => {
    const list = pagedList(page, null as boolean | null)
    await list.load(null)
    await list.load(true)
    expect([list.items.value, list.matching.value]).toEqual([[0, 2, 4], 4])
  })

  it('takes no notice of an answer that was asked for before', async () => {
    const late: (() => void)[] = []
    const list = pagedList(async (filter: boolean | null, after) => {
      if (filter === null) await new Promise<void>((resolve) => late.push(resolve))
      return page(filter, after)
    }, null)
    const slow = list.load(null)
    await list.load(false)
    late.forEach((answer) => answer())
    await slow
    expect(list.items.value).toEqual([1, 3, 5])
    list.clear()
    expect([list.items.value, list.filter.value]).toEqual([[], null])
  })

  it('keeps what it has and tells what went wrong', async () => {
    const away = new Problem(0, 'network', null)
    const list = pagedList(async (_: null, after) => {
      if (after > 0) throw away
      return page(null, after)
    }, null)
    await list.load(null)
    await list.more()
    expect([list.items.value, list.problem.value, list.loading.value]).toEqual([[0, 1, 2], away, false])
  })
})
