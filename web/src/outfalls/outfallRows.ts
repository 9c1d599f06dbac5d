import { shallowRef } from 'vue'
import type { Outfall, OutfallPart } from '@/api/outfalls'

/** So many rows are fetched at once. */
export const ROWS_AT_ONCE = 100

type Ask = (offset: number, limit: number, signal: AbortSignal) => Promise<OutfallPart>

/** Rows of a list that is too long to be held whole: fetched part by part as they come into sight, and kept until the list is another. */
export function outfallRows(ask: Ask) {
  const parts = shallowRef<ReadonlyMap<number, Outfall[]>>(new Map())
  const coming = new Set<number>()
  let abort = new AbortController()

  /** The list begins anew, with the rows that came first. */
  function begin({ list }: OutfallPart) {
    abort.abort()
    abort = new AbortController()
    coming.clear()
    const first = new Map<number, Outfall[]>()
    for (let at = 0; at < list.length; at += ROWS_AT_ONCE) first.set(at / ROWS_AT_ONCE, list.slice(at, at + ROWS_AT_ONCE))
    parts.value = first
  }

  /** The row at a place of the list; null while it is not there. */
  const at = (place: number): Outfall | null => parts.value.get(Math.floor(place / ROWS_AT_ONCE))?.[place % ROWS_AT_ONCE] ?? null

  /** Fetches what is missing between two places; what fails is asked for again when it is next in sight. */
  async function need(from: number, to: number) {
    const wanted: number[] = []
    for (let part = Math.floor(from / ROWS_AT_ONCE); part * ROWS_AT_ONCE < to; part++) {
      if (!parts.value.has(part) && !coming.has(part)) wanted.push(part)
    }
    const { signal } = abort
    await Promise.all(wanted.map((part) => fetchPart(part, signal)))
  }

  async function fetchPart(part: number, signal: AbortSignal) {
    coming.add(part)
    try {
      const { list } = await ask(part * ROWS_AT_ONCE, ROWS_AT_ONCE, signal)
      if (!signal.aborted) parts.value = new Map(parts.value).set(part, list)
    } finally {
      if (!signal.aborted) coming.delete(part)
    }
  }

  return { begin, at, need }
}
