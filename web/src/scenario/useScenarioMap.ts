import { MultiLineString, type Geometry, type LineString } from 'ol/geom'
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useView } from '@/app/useView'
import type { SiteShape } from '@/impact/siteShape'
import { draw, edit, onDrawingKey, type Drawing } from '@/map/draw/drawing'
import { useSnapTargets } from '@/map/draw/useSnapTargets'
import { goTo, toShape } from '@/map/olMap'
import type { Measure } from './draft'
import { pickSegments } from './pickSegments'
import { chosenSource, measuresSource, onMeasureClick, showChangedCoast, showMeasures, showPicked, type ShownMeasure } from './scenarioMap'
import { useScenario } from './useScenario'
import { useSegmentLines } from './useSegmentLines'

/** Keeps the map in step with the scenario for as long as the task is open. */
export function useScenarioMap() {
  const scenario = useScenario()
  const segments = useSegmentLines()
  const { t } = useI18n()
  const { view } = useView()
  let drawing: Drawing | null = null
  let editing: { stop(): void } | null = null
  let byHand = false
  /** Whether the last click met an island, whose coast the ratio does not count. */
  const island = ref(false)

  /** Kept scenarios are compared in the panel; what is drawn is the one that is worked on. */
  const comparing = computed(() => view.compare !== null)
  const movable = computed(() => !comparing.value && scenario.drawn === null && scenario.chosen !== null && canMove(scenario.chosen))
  const shown = computed(() => (comparing.value ? [] : scenario.measures.flatMap(shownOf)))

  useSnapTargets(() => (scenario.drawn !== null && scenario.way !== 'segments') || movable.value)
  watch(shown, (list) => showMeasures(list, byHand), { immediate: true, flush: 'sync' })
  watch([() => scenario.coast, comparing], () => showChangedCoast(comparing.value ? [] : scenario.coast), { immediate: true })
  watch([() => scenario.drawn, () => scenario.picked.map(segments.shapeOf)], ([effect, shapes]) => showPicked(effect ?? 'artificial', shapes.filter((one) => one !== null)))
  watch([() => scenario.drawn, () => scenario.way], startDrawing, { immediate: true })
  watch(
    [movable, () => scenario.chosenId],
    ([can]) => {
      editing?.stop()
      editing = can ? edit(chosenSource, moveByHand, [measuresSource]) : null
    },
    { immediate: true },
  )
  const stopClicks = onMeasureClick((id) => scenario.drawn === null && (scenario.chosenId = id))
  const onKey = (event: KeyboardEvent) => onDrawingKey(event, drawing, () => (scenario.drawn = null), () => scenario.undo())
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    stopClicks()
    scenario.drawn = null
    startDrawing()
    editing?.stop()
    showMeasures([])
    showPicked('artificial', [])
    showChangedCoast([])
  })

  /** A measure as it is drawn; none while its segments are on their way, or chosen anew. */
  function shownOf({ id, effect, on, where }: Measure, index: number): ShownMeasure[] {
    if (scenario.pickedFor === id) return []
    const geometry = where.kind === 'segments' ? together(where.segments.map(segments.shapeOf)) : toShape(where.geometry)
    return geometry ? [{ measure: id, number: index + 1, effect, on, chosen: id === scenario.chosenId, widthM: where.kind === 'line' ? where.widthM : null, geometry }] : []
  }

  function moveByHand(shape: SiteShape, atRest: boolean) {
    if (scenario.chosenId === null) return
    byHand = true
    scenario.reshape(scenario.chosenId, shape, atRest)
    byHand = false
  }

  const nextName = () => t('scenario.unnamed', { n: scenario.measures.length + 1 })

  function startDrawing() {
    drawing?.stop()
    drawing = null
    scenario.placesSet = 0
    island.value = false
    if (scenario.drawn === null) return
    if (scenario.way === 'segments') drawing = pickSegments(scenario, nextName, (met) => (island.value = met))
    else drawing = draw(scenario.way === 'line' ? 'line' : 'polygon', (set) => (scenario.placesSet = set), done, [measuresSource, chosenSource])
  }

  function done(shape: SiteShape) {
    if (shape.type === 'Polygon') scenario.add({ kind: 'area', geometry: shape }, nextName())
    else if (shape.type === 'LineString') scenario.add({ kind: 'line', geometry: shape, widthM: scenario.widthM }, nextName())
    scenario.drawn = null
  }

  const goToMeasures = (ids: number[]) => goTo(shown.value.filter((one) => ids.includes(one.measure)).map((one) => one.geometry))

  return { goToMeasures, island, undoPlace: () => drawing?.undo(), finish: () => drawing?.finish() }
}

const canMove = ({ where }: Measure) => where.kind === 'line' || (where.kind === 'area' && where.geometry.type === 'Polygon')

function together(shapes: (Geometry | null)[]): Geometry | null {
  const lines = shapes.flatMap((shape) => (shape === null ? [] : shape.getType() === 'LineString' ? [shape as LineString] : (shape as MultiLineString).getLineStrings()))
  return lines.length > 0 ? new MultiLineString(lines) : null
}
