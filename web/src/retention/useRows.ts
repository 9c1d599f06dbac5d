import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { RetentionRow } from '@/api/retention'
import { COAST, REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useWords } from '@/i18n/useWords'
import { coastOf, regionOf } from '@/map/coastOf'
import { goTo } from '@/map/olMap'
import { useLayers } from '@/map/useLayers'
import { lightUp } from '@/map/useOverlays'

/** Rows of the table and what they do to the map: a row under the mouse lights its coast, a chosen one also takes the map there. */
export const useRows = defineStore('rows', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const layers = useLayers()
  const say = useWords()
  const chosen = ref<string | null>(null)

  /** Codes of a list have words in both languages; regions only have the name they bear. */
  function nameOf(row: RetentionRow): string {
    const field = catalog.layer(COAST)?.fields.find((f) => f.name === view.by)
    return field?.codeList ? say(catalog.codeLabel(field, row.code)) : row.name
  }

  const coast = (code: string) =>
    coastOf(view.by, code, { segments: layers.featuresOf(COAST), regions: layers.featuresOf(REGIONS) })

  function hover(code: string | null) {
    const lit = code ?? chosen.value
    lightUp(lit === null ? [] : coast(lit))
  }

  function choose(code: string) {
    chosen.value = chosen.value === code ? null : code
    hover(null)
    if (chosen.value === null) return
    const region = regionOf(view.by, code, layers.featuresOf(REGIONS))
    const target = region ? [region] : coast(code)
    if (target.length > 0) goTo(target)
  }

  watch([() => view.by, () => catalog.year], () => {
    chosen.value = null
    lightUp([])
  })

  return { chosen, nameOf, hover, choose }
})
