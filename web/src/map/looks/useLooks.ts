import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useView } from '@/app/useView'
import { formatOpacity, formatWithout, parseOpacity, parseWithout } from './looksLink'

const OPAQUE = 100
const ALL: ReadonlySet<string> = new Set()

/** How layers look beyond the catalogue: how much shows through them, and which of their classes are left out. The address holds it. */
export const useLooks = defineStore('looks', () => {
  const { view } = useView()
  const opacities = computed(() => parseOpacity(view.opacity))
  const without = computed(() => parseWithout(view.without))

  const opacityOf = (layer: string): number => opacities.value.get(layer) ?? OPAQUE
  const withoutOf = (layer: string): ReadonlySet<string> => without.value.get(layer) ?? ALL

  function setOpacity(layer: string, percent: number) {
    view.opacity = formatOpacity(new Map([...opacities.value, [layer, percent]]))
  }

  function toggleClass(layer: string, code: string) {
    const codes = new Set(withoutOf(layer))
    if (!codes.delete(code)) codes.add(code)
    view.without = formatWithout(new Map([...without.value, [layer, codes]]))
  }

  return { opacities, without, opacityOf, withoutOf, setOpacity, toggleClass }
})
