import { onBeforeUnmount, onMounted } from 'vue'

/** Esc closes what a component has open, wherever the focus is. */
export function useEscape(close: () => void) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
