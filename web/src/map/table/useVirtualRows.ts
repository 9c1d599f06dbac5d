import { computed, ref, type Ref } from 'vue'

/** Height of every row, so that where a row lies is known without drawing it. */
export const ROW_HEIGHT = 28
/** Drawn beyond what is seen, so that fast scrolling meets no blank. */
const BEYOND = 10

/** Only the rows that can be seen are drawn, however many there are; `heads` rows stay in sight above them. */
export function useVirtualRows(count: () => number, body: Readonly<Ref<HTMLElement | null>>, heads: () => number) {
  const top = ref(0)
  const height = ref(400)
  const from = computed(() => Math.max(0, Math.floor(top.value / ROW_HEIGHT) - BEYOND))
  const to = computed(() => Math.min(count(), Math.ceil((top.value + height.value) / ROW_HEIGHT) + BEYOND))
  /** Whether the end of what is there comes into sight. */
  const nearEnd = computed(() => to.value >= count() - BEYOND)

  function look() {
    if (!body.value) return
    top.value = body.value.scrollTop
    height.value = body.value.clientHeight
  }

  /** Scrolls as little as brings a row into sight below the head of the table. */
  function reveal(index: number) {
    const box = body.value
    if (!box || index < 0) return
    const [start, end] = [index * ROW_HEIGHT, (index + 1 + heads()) * ROW_HEIGHT]
    if (start < box.scrollTop) box.scrollTop = start
    else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight
    look()
  }

  return { from, to, nearEnd, look, reveal }
}
