import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Place } from '@/api/narrow'
import { useView } from '@/app/useView'
import { areaOf, lengthOf, perimeterOf } from '@/geodesy/measures'
import { formatArea, formatLength } from '@/i18n/formats'
import { formatMeasured, parseMeasured } from './measuredLink'
import { MEASURES, type Measure } from './measures'
import { measureOnMap, showMeasured, showNothingMeasured, type Measuring } from './measuring'

/** What is measured on the map: set by clicks, kept in the address. */
export const useMeasure = defineStore('measure', () => {
  const { view } = useView()
  const open = ref(view.measured !== null)
  const kind = ref<Measure>(MEASURES[0])
  const places = shallowRef<Place[]>([])
  const drawing = ref(false)
  let tool: Measuring | null = null

  const fewest = computed(() => (kind.value === 'line' ? 2 : 3))
  const enough = computed(() => places.value.length >= fewest.value)
  const length = computed(() => (enough.value && kind.value === 'line' ? lengthOf(places.value) : null))
  const area = computed(() => (enough.value && kind.value === 'polygon' ? areaOf(places.value) : null))
  const perimeter = computed(() => (enough.value && kind.value === 'polygon' ? perimeterOf(places.value) : null))

  watch(() => view.measured, follow, { immediate: true })

  /** An address, or a step back, that holds something else than what is shown brings it. */
  function follow(text: string | null) {
    const told = text === null ? null : parseMeasured(text)
    if (text === null) {
      if (drawing.value) return
      places.value = []
      showNothingMeasured()
    } else if (told) {
      open.value = true
      kind.value = told.kind
      places.value = told.places
      draw()
    }
  }

  function draw() {
    if (!enough.value) return
    const figure = kind.value === 'line' ? formatLength(length.value ?? NaN) : formatArea(area.value ?? NaN)
    showMeasured(kind.value, places.value, figure)
  }

  function start(wanted: Measure) {
    stop()
    open.value = true
    kind.value = wanted
    places.value = []
    drawing.value = true
    view.measured = null
    showNothingMeasured()
    tool = measureOnMap(wanted, (set, atRest) => {
      places.value = set
      if (atRest && enough.value) end()
    })
  }

  function end() {
    stop()
    draw()
    view.measured = formatMeasured(kind.value, places.value)
  }

  function stop() {
    tool?.stop()
    tool = null
    drawing.value = false
  }

  function close() {
    stop()
    open.value = false
    places.value = []
    view.measured = null
    showNothingMeasured()
  }

  return { open, kind, drawing, length, area, perimeter, start, close, undo: () => tool?.undo(), finish: () => tool?.finish() }
})
