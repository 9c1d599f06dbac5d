import type { Geometry } from 'geojson'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Field, Layer } from '@/api/catalog'
import { fetchFeature, fetchNear, type Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useSession } from '@/session/useSession'
import { draftOf, shapeIn, valueIn, withDrafts, withValue, without, type Draft, type Work } from './draft'
import { boxAround } from './boxAround'
import { forgetWork, keepWork, keptWork, type KeptWork } from './keptWork'
import { carriedAlong } from './shapes'

/** Begins the key of a feature that is not on the server yet. */
const NEW = '*'

/** The features that an editor has in hand: what they changed, step by step, and not saved yet. */
export const useEdit = defineStore('edit', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()
  const work = shallowRef<Work | null>(null)
  const past = shallowRef<Work[]>([])
  const future = shallowRef<Work[]>([])
  /** The chosen feature as it was fetched, and what lies around it. */
  const opened = shallowRef<Item | null>(null)
  const near = shallowRef<Item[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  /** Whether vertices that neighbours share are moved with those of the feature. */
  const together = ref(true)
  let typing: string | null = null

  const cut = computed(() => view.edit?.indexOf('/') ?? -1)
  const layerId = computed(() => (cut.value < 0 ? view.edit : (view.edit?.slice(0, cut.value) ?? null)))
  const key = computed(() => (cut.value < 0 ? null : (view.edit?.slice(cut.value + 1) ?? null)))
  const layer = computed<Layer | null>(() => (layerId.value && catalog.layer(layerId.value)) || null)
  const drafts = computed(() => (work.value?.layer === layerId.value ? (work.value?.drafts ?? []) : []))
  const dirty = computed(() => drafts.value.length > 0)
  const chosen = computed<Draft | null>(() => {
    const held = drafts.value.find((d) => d.key === key.value)
    return held ?? (opened.value && opened.value.id === key.value ? draftOf(opened.value) : null)
  })
  /** The field that names a feature among all, and that a new one needs. */
  const codeField = computed<Field | null>(() => layer.value?.fields.find((f) => f.unique && f.required && f.type === 'text') ?? null)

  watch([view, () => catalog.catalog !== null, () => session.may('layers')], follow, { immediate: true })
  watch([work, past, future], ([now, before, after]) => now && keepWork({ work: now, past: before, future: after }))
  watch(dirty, (unsaved) => (unsaved ? window.addEventListener('beforeunload', warn) : window.removeEventListener('beforeunload', warn)))

  function warn(event: BeforeUnloadEvent) {
    event.preventDefault()
  }

  /** The address says which feature is edited. */
  async function follow() {
    if (view.task !== 'edit' || !session.may('layers') || !layer.value) return
    if (work.value?.layer !== layer.value.id) start(keptWork(layer.value.id) ?? begun(layer.value))
    if (key.value === null) loading.value = false
    else if (opened.value?.id !== key.value) await open(layer.value, key.value)
  }

  /** Nothing changed yet; hoisted, as the address may be followed while the store is still being made. */
  function begun({ id, revision }: Layer): KeptWork {
    return { work: { layer: id, base: revision ?? 0, drafts: [] }, past: [], future: [] }
  }

  function start(kept: KeptWork) {
    work.value = kept.work
    past.value = kept.past
    future.value = kept.future
    opened.value = null
    near.value = []
  }

  async function open(from: Layer, wanted: string) {
    const held = drafts.value.find((d) => d.key === wanted)
    opened.value = held?.item ?? null
    problem.value = null
    loading.value = true
    try {
      const item = held ? held.item : await fetchFeature(from.id, wanted)
      const shape = held ? shapeIn(held) : (item?.geometry ?? null)
      const year = from.surveyYearField ? Number(held ? valueIn(held, from.surveyYearField) : item?.properties[from.surveyYearField]) || null : null
      const around = shape ? await fetchNear(from.id, boxAround(shape), year) : { items: [], revision: from.revision }
      if (key.value !== wanted) return
      near.value = around.items
      opened.value = held?.item ?? around.items.find((one) => one.id === wanted) ?? item
      if (work.value && !dirty.value) work.value = { ...work.value, base: around.revision ?? work.value.base }
    } catch (thrown) {
      if (key.value === wanted) problem.value = asProblem(thrown)
    } finally {
      if (key.value === wanted) loading.value = false
    }
  }

  const go = (id: string, feature: string | null) => (view.edit = feature === null ? id : `${id}/${feature}`)

  const choose = (feature: string | null) => layerId.value && go(layerId.value, feature)

  /** One step that can be undone. */
  function step(next: Work, of: string | null = null) {
    if (!work.value || next === work.value) return
    // Letters typed into one field are one step.
    if (of === null || of !== typing) past.value = [...past.value, work.value]
    typing = of
    future.value = []
    work.value = next
  }

  function turn(from: typeof past, to: typeof past) {
    const next = from.value.at(-1)
    if (!next || !work.value) return
    to.value = [...to.value, work.value]
    from.value = from.value.slice(0, -1)
    typing = null
    work.value = next
    if (key.value?.startsWith(NEW) && !chosen.value) choose(null)
  }

  const put = (changed: Draft[], of: string | null = null) => work.value && step(withDrafts(work.value, changed), of)

  const setValue = (field: string, value: unknown) => chosen.value && put([withValue(chosen.value, field, value)], `${key.value}/${field}`)

  /** The feature with a shape, and its neighbours with the vertices that they share. */
  function setShape(geometry: Geometry) {
    const draft = chosen.value
    if (!draft) return
    const before = shapeIn(draft)
    const carried = together.value && before ? neighbours().flatMap((one) => carry(one, before, geometry)) : []
    put([{ ...draft, geometry }, ...carried])
  }

  function carry(neighbour: Draft, before: Geometry, after: Geometry): Draft[] {
    const shape = shapeIn(neighbour)
    const moved = shape && carriedAlong(before, after, shape)
    return moved ? [{ ...neighbour, geometry: moved }] : []
  }

  /** What lies around the chosen feature, with what was changed of it. */
  function neighbours(): Draft[] {
    const others = near.value.filter((one) => !drafts.value.some((d) => d.key === one.id)).map(draftOf)
    return [...drafts.value, ...others].filter((d) => d.key !== key.value && !d.removed)
  }

  function remove() {
    const draft = chosen.value
    if (!work.value || !draft) return
    step(without(work.value, draft))
    if (draft.item === null) choose(null)
  }

  /** A feature that is not on the server yet. */
  function newDraft(geometry: Geometry | null, values: Record<string, unknown>): Draft {
    const taken = drafts.value.map((d) => d.key)
    let n = 1
    while (taken.includes(`${NEW}${n}`)) n++
    return { key: `${NEW}${n}`, item: null, values, geometry, removed: false, overtaken: [] }
  }

  function add(geometry: Geometry | null) {
    const { value: into } = layer
    if (!into) return
    const draft = newDraft(geometry, into.surveyYearField ? { [into.surveyYearField]: catalog.year } : {})
    put([draft])
    choose(draft.key)
  }

  /** Leaves all that was not saved. */
  function discard() {
    if (!work.value || !layer.value) return
    forgetWork(work.value)
    start(begun(layer.value))
    if (key.value?.startsWith(NEW)) choose(null)
    void follow()
  }

  /** Takes the work over to another revision; the steps before do not hold there. */
  function replace(next: Work) {
    if (work.value) forgetWork(work.value)
    const lost = next.drafts.length === 0 && (chosen.value?.item === null || chosen.value?.removed === true)
    start({ work: next, past: [], future: [] })
    if (lost) choose(null)
    void follow()
  }

  return {
    work, past, future, opened, near, problem, loading, together, layerId, key, layer, drafts, dirty, chosen, codeField,
    choose, put, setValue, setShape, neighbours, remove, newDraft, add, discard, replace,
    undo: () => turn(past, future),
    redo: () => turn(future, past),
  }
})
