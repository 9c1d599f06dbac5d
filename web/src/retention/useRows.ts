import type Feature from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { COAST, REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useWords } from '@/i18n/useWords'
import { coastOf, regionOf, rowsBy, segmentsOf } from '@/map/coastOf'
import { goTo } from '@/map/olMap'
import { useLayers } from '@/map/useLayers'
import { lightUp } from '@/map/useOverlays'
import { useSelection } from '@/map/useSelection'
import { useRetention } from './useRetention'
import { useRowCoast } from './useRowCoast'

/**
 * Rows of the table and what they do to the map: a row under the mouse lights its coast (of a coast that comes as tiles, its region); a chosen
 * one takes the map there and is looked into. A segment that is chosen on the map points at its row.
 */
export const useRows = defineStore('rows', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const layers = useLayers()
  const retention = useRetention()
  const selection = useSelection()
  const say = useWords()

  /** The row that is looked into; null = the table of all. */
  const region = computed(() => retention.result?.rows.find((row) => row.code === view.region) ?? null)

  /** Coast and regions on the map; read anew whenever a layer has come or gone. */
  const onMap = computed(() => (layers.arrivals >= 0 ? { segments: layers.featuresOf(COAST), regions: layers.featuresOf(REGIONS) } : { segments: [], regions: [] }))

  const apart = useRowCoast(() => region.value?.code ?? null)
  const segments = computed<Feature[]>(() =>
    apart.apart.value ? apart.segments.value : region.value ? segmentsOf(retention.by, region.value.code, onMap.value) : [],
  )
  /** How many segments the row has, listed or not. */
  const count = computed(() => (apart.apart.value ? apart.total.value : segments.value.length))

  /** The row that what was chosen on the map lies in. */
  const pointed = computed<string | null>(() => {
    const hit = selection.hits[0]
    const segment = hit?.layer.id === COAST ? onMap.value.segments.find((one) => one.getId() === hit.id) : undefined
    if (segment) return String(rowsBy(retention.by, onMap.value.regions)(segment) ?? '')
    return hit?.layer.id === REGIONS && hit.properties['level'] === retention.by ? String(hit.properties['code']) : null
  })

  /** Codes of a list have words in both languages; regions only have the name they bear. */
  function nameOf(row: { code: string; name: string }): string {
    const field = catalog.layer(COAST)?.fields.find((f) => f.name === retention.by)
    return field?.codeList ? say(catalog.codeLabel(field, row.code)) : row.name
  }

  /** Lights the coast of a row; without one, that of the row that is looked into. */
  function hover(code: string | null) {
    const lit = code ?? region.value?.code ?? null
    lightUp(lit === null ? [] : litBy(lit))
  }

  function litBy(code: string): Geometry[] {
    if (!apart.apart.value) return coastOf(retention.by, code, onMap.value)
    if (code === region.value?.code && segments.value.length > 0) return segments.value.flatMap((one) => one.getGeometry() ?? [])
    const shape = regionOf(retention.by, code, onMap.value.regions)
    return shape ? [shape] : []
  }

  function choose(code: string) {
    Object.assign(view, { region: code, segment: null })
    const shape = regionOf(retention.by, code, onMap.value.regions)
    const target = shape ? [shape] : litBy(code)
    if (target.length > 0) goTo(target)
  }

  /** Back to the table of all rows, and to the whole map. */
  function leave() {
    Object.assign(view, { region: null, segment: null })
    selection.clear()
    if (catalog.home) goTo(catalog.home)
  }

  watch(apart.segments, () => hover(null))

  return { region, segments, count, problem: apart.problem, pointed, nameOf, hover, choose, leave }
})
