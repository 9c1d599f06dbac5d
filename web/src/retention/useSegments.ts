import type Feature from 'ol/Feature'
import { computed, watch } from 'vue'
import { COAST, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useWords } from '@/i18n/useWords'
import { goTo } from '@/map/olMap'
import { lightUp } from '@/map/useOverlays'
import { hitOf, useSelection } from '@/map/useSelection'
import { useRows } from './useRows'

/** A segment as its list shows it. */
export interface SegmentRow {
  id: string
  code: string
  type1: string
  type: string
  lengthM: number
}

/** The segments of the row that is looked into, and the one of them that is chosen, in the list and on the map. */
export function useSegments() {
  const { view } = useView()
  const catalog = useCatalog()
  const selection = useSelection()
  const rows = useRows()
  const say = useWords()

  const field = (name: string) => catalog.layer(COAST)?.fields.find((f) => f.name === name)
  const list = computed<SegmentRow[]>(() => rows.segments.map(rowOf).sort((a, b) => a.code.localeCompare(b.code)))
  const featureOf = (id: string | null) => rows.segments.find((segment) => segment.getId() === id)
  const chosen = computed(() => list.value.find((segment) => segment.id === view.segment) ?? null)

  function rowOf(segment: Feature): SegmentRow {
    const of = (name: string) => String(segment.get(name) ?? '')
    const type = of('type2') ? catalog.codeLabel(field('type2'), of('type2')) : catalog.codeLabel(field('type1'), of('type1'))
    return { id: String(segment.getId()), code: of('seg_code'), type1: of('type1'), type: say(type), lengthM: Number(segment.get('length_m') ?? 0) }
  }

  function hover(id: string | null) {
    const shape = featureOf(id)?.getGeometry()
    if (shape) lightUp([shape])
    else rows.hover(null)
  }

  function choose(id: string) {
    view.segment = id
    const shape = featureOf(id)?.getGeometry()
    if (shape) goTo([shape])
  }

  // The address leads, so that a step back and a link mark the segment too.
  watch(
    [() => view.segment, () => rows.segments],
    () => {
      const [layer, segment] = [catalog.layer(COAST), featureOf(view.segment)]
      const hit = layer && segment ? hitOf(layer, segment) : null
      if (hit && selection.hits[0]?.id !== hit.id) selection.choose([hit])
    },
    { immediate: true },
  )
  // A click on the map chooses in the list.
  watch(
    () => selection.hits[0],
    (hit) => {
      if (hit?.layer.id === COAST && featureOf(hit.id)) view.segment = hit.id
      else if (!hit) view.segment = null
    },
  )

  return { list, chosen, hover, choose }
}
