import type { Polygon } from 'geojson'
import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useView } from '@/app/useView'
import type { SiteShape } from '@/impact/siteShape'
import { draw, edit, onDrawingKey, type Drawing } from '@/map/draw/drawing'
import { goTo, toShape } from '@/map/olMap'
import { chosenSource, onMeasureClick, showChangedCoast, showMeasures } from './scenarioMap'
import { useScenario } from './useScenario'

/** Keeps the map in step with the scenario for as long as the task is open. */
export function useScenarioMap() {
  const scenario = useScenario()
  const { t } = useI18n()
  const { view } = useView()
  let drawing: Drawing | null = null
  let editing: { stop(): void } | null = null
  let byHand = false

  /** Kept scenarios are compared in the panel; what is drawn is the one that is worked on. */
  const comparing = computed(() => view.compare !== null)
  const movable = computed(() => !comparing.value && scenario.drawn === null && scenario.chosen !== null && scenario.chosen.area.type === 'Polygon')

  watch([() => scenario.measures, () => scenario.chosenId, comparing], () => showMeasures(comparing.value ? [] : scenario.measures, scenario.chosenId, byHand), { immediate: true, flush: 'sync' })
  watch([() => scenario.coast, comparing], () => showChangedCoast(comparing.value ? [] : scenario.coast), { immediate: true })
  watch(() => scenario.drawn, startDrawing, { immediate: true })
  watch(
    [movable, () => scenario.chosenId],
    ([can]) => {
      editing?.stop()
      editing = can ? edit(chosenSource, moveByHand) : null
    },
    { immediate: true },
  )
  const stopClicks = onMeasureClick((id) => (scenario.chosenId = id))
  const onKey = (event: KeyboardEvent) => onDrawingKey(event, drawing, () => (scenario.drawn = null), () => scenario.undo())
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    stopClicks()
    scenario.drawn = null
    startDrawing()
    editing?.stop()
    showMeasures([], null)
    showChangedCoast([])
  })

  function moveByHand(shape: SiteShape, atRest: boolean) {
    if (scenario.chosenId === null || shape.type !== 'Polygon') return
    byHand = true
    scenario.reshape(scenario.chosenId, shape, atRest)
    byHand = false
  }

  function startDrawing() {
    drawing?.stop()
    scenario.placesSet = 0
    drawing = scenario.drawn === null ? null : draw('polygon', (set) => (scenario.placesSet = set), done)
  }

  function done(shape: SiteShape) {
    if (shape.type === 'Polygon') scenario.add(shape satisfies Polygon, t('scenario.unnamed', { n: scenario.measures.length + 1 }))
    scenario.drawn = null
  }

  const goToMeasures = (ids: number[]) => goTo(scenario.measures.filter((one) => ids.includes(one.id)).map((one) => toShape(one.area)))

  return { goToMeasures, undoPlace: () => drawing?.undo(), finish: () => drawing?.finish() }
}
