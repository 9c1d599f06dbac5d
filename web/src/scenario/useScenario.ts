import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchSaved, fetchScenario, saveScenario, type ChangedCoast, type Effect, type SavedScenario, type ScenarioFigure, type Where } from '@/api/scenario'
import { COAST, REGIONS, useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { newestOnly } from '@/impact/newestOnly'
import type { SiteShape } from '@/impact/siteShape'
import { draftOf, effectsOf, EMPTY, fits, inputOf, nextId, usualType2, WIDTH_M, type Draft, type Measure, type Way } from './draft'
import { keepDraft, keptDraft } from './keptDraft'

const MOST_STEPS = 50

/** The scenario that is worked on, and what it would do: the newest answer only. */
export const useScenario = defineStore('scenario', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const draft = shallowRef<Draft>(keptDraft())
  const past = shallowRef<Draft[]>([])
  /** Effect of the measure that is being drawn; null = nothing is drawn. */
  const drawn = ref<Effect | null>(null)
  const way = ref<Way>('area')
  /** Width of a line that is drawn, metres. */
  const widthM = ref<number>(WIDTH_M.usual)
  const placesSet = ref(0)
  /** Segments that are chosen so far, and the measure that they are to be of; null = a new one. */
  const picked = shallowRef<string[]>([])
  const pickedFor = ref<number | null>(null)
  const chosenId = ref<number | null>(null)
  const figure = shallowRef<ScenarioFigure | null>(null)
  const coast = shallowRef<ChangedCoast[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const saved = shallowRef<SavedScenario | null>(null)
  const savedProblem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  const measures = computed(() => draft.value.measures)
  const chosen = computed(() => measures.value.find((one) => one.id === chosenId.value) ?? null)
  const effects = computed(() => effectsOf(measures.value, figure.value?.sites ?? []))
  const input = computed(() => inputOf(draft.value, { year: catalog.year, rules: catalog.rules?.id ?? null, target: view.target }))
  const surveyed = computed(() => catalog.year !== null && catalog.coastYears.includes(catalog.year))
  /** Whether the work differs from the kept scenario that it came from. */
  const changed = computed(() => {
    const from = saved.value && draftOf(saved.value.id, saved.value.scenario)
    return from ? content(from) !== content(draft.value) : measures.value.length > 0
  })
  const revisions = computed(() => [COAST, REGIONS].map((id) => catalog.layer(id)?.revision ?? 0).join('/'))

  const asker = newestOnly(
    fetchScenario,
    (answer) => {
      figure.value = answer.figure
      coast.value = answer.coast
      problem.value = null
      loading.value = false
    },
    (thrown) => {
      figure.value = null
      coast.value = []
      problem.value = asProblem(thrown)
      loading.value = false
    },
  )

  // The name changes nothing about the figure.
  watch([() => JSON.stringify({ ...input.value, name: '' }), revisions, () => view.task === 'scenario', surveyed], ask, { immediate: true })
  watch(draft, keepDraft)
  watch(drawn, (effect) => {
    if (effect === null) {
      picked.value = []
      pickedFor.value = null
    } else if (!fits(effect, way.value)) way.value = 'area'
  })
  watch([() => view.scenario, () => view.task === 'scenario'], () => void open(), { immediate: true })

  function ask() {
    if (view.task !== 'scenario') return
    loading.value = surveyed.value
    if (surveyed.value) return asker.ask(input.value)
    asker.drop()
    figure.value = null
    coast.value = []
  }

  function set(next: Draft) {
    past.value = [...past.value, before ?? draft.value].slice(-MOST_STEPS)
    before = null
    draft.value = next
  }

  /** Where the last move began. */
  let before: Draft | null = null

  /** An area or line that still moves is asked about, too; the steps back know only where it came to rest. */
  function reshape(id: number, geometry: SiteShape, atRest: boolean) {
    const where = measures.value.find((one) => one.id === id)?.where
    if (!where || where.kind === 'segments') return
    const next = withMeasure(id, { where: { ...where, geometry } })
    if (atRest) return set(next)
    before ??= draft.value
    draft.value = next
  }

  function add(where: Where, name: string) {
    const effect = drawn.value ?? 'artificial'
    const id = nextId(measures.value)
    set({ ...draft.value, measures: [...measures.value, { id, name, effect, type2: usualType2(effect), on: true, where }] })
    chosenId.value = id
  }

  /** Chooses a segment, or takes it back. */
  function pick(id: string) {
    picked.value = picked.value.includes(id) ? picked.value.filter((one) => one !== id) : [...picked.value, id]
  }

  /** Goes on choosing the segments of a measure. */
  function pickMore(measure: Measure) {
    if (measure.where.kind !== 'segments') return
    drawn.value = measure.effect
    way.value = 'segments'
    pickedFor.value = measure.id
    picked.value = measure.where.segments
  }

  /** Makes a measure of the segments that were chosen, or changes the one that they are of. */
  function finishPicking(name: string) {
    const where: Where = { kind: 'segments', segments: picked.value }
    if (picked.value.length > 0) pickedFor.value === null ? add(where, name) : change(pickedFor.value, { where })
    drawn.value = null
  }

  const change = (id: number, values: Partial<Measure>) => set(withMeasure(id, values))
  const drop = (id: number) => set({ ...draft.value, measures: measures.value.filter((one) => one.id !== id) })
  const rename = (name: string) => (draft.value = { ...draft.value, name })
  const withMeasure = (id: number, values: Partial<Measure>): Draft => ({
    ...draft.value,
    measures: measures.value.map((one) => (one.id === id ? { ...one, ...values } : one)),
  })

  function undo() {
    const last = past.value.at(-1)
    if (!last) return
    past.value = past.value.slice(0, -1)
    draft.value = last
    view.scenario = last.base
  }

  function startAnew() {
    set(EMPTY)
    chosenId.value = null
    view.scenario = null
  }

  /** Brings the kept scenario that the address names; unsaved work on that one stays. */
  async function open() {
    const id = view.scenario
    savedProblem.value = null
    if (view.task !== 'scenario' || id === saved.value?.id) return
    if (id === null) return void (saved.value = null)
    try {
      const found = await fetchSaved(id)
      if (view.scenario !== id) return
      saved.value = found
      if (draft.value.base === id) return
      set(draftOf(id, found.scenario))
      chosenId.value = null
      if (found.scenario.year !== null) view.year = found.scenario.year
    } catch (thrown) {
      saved.value = null
      savedProblem.value = asProblem(thrown)
    }
  }

  async function save() {
    busy.value = true
    savedProblem.value = null
    try {
      saved.value = await saveScenario(input.value)
      draft.value = draftOf(saved.value.id, saved.value.scenario)
      view.scenario = saved.value.id
      return true
    } catch (thrown) {
      savedProblem.value = asProblem(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    draft, measures, past, drawn, way, widthM, placesSet, picked, pickedFor, chosenId, chosen, figure, coast, effects, problem, loading, saved, savedProblem, busy, input, surveyed, changed,
    ask, add, pick, pickMore, finishPicking, change, reshape, drop, rename, undo, startAnew, open, save,
  }
})

const content = ({ name, measures }: Draft) => JSON.stringify([name, measures.map(({ id: _, ...one }) => one)])
