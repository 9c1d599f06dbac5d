import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useView } from '@/app/useView'
import { formatSite, parseSite } from './siteLink'
import type { SiteKind, SiteShape } from './siteShape'

/** Ways to say where: drawn on the map, typed in, or a project that is kept. */
export type Way = SiteKind | 'coordinates' | 'project'

const MOST_STEPS = 50

/** The site that is checked: a shape, or the number of a project. The address holds it, where it is not too long for one. */
export const useSite = defineStore('site', () => {
  const { view } = useView()
  const shape = shallowRef<SiteShape | null>(view.site === null ? null : parseSite(view.site))
  const project = computed(() => view.project)
  const tooLong = computed(() => shape.value !== null && formatSite(shape.value) === null)
  /** What is being done to say where; null when nothing is. */
  const way = ref<Way | null>(null)
  /** Places set so far of a shape that is being drawn. */
  const placesSet = ref(0)
  const past = shallowRef<SiteShape[]>([])
  const given = computed(() => shape.value !== null || project.value !== null)

  watch(
    () => view.site,
    (text) => {
      if (text === null ? tooLong.value : shape.value && text === formatSite(shape.value)) return
      shape.value = text === null ? null : parseSite(text)
    },
  )

  /** Where the last move began. */
  let before: SiteShape | null = null

  /** A shape that still moves is checked, too; the address and the steps back know only where it came to rest. */
  function place(next: SiteShape, atRest = true) {
    before ??= shape.value
    shape.value = next
    if (!atRest) return
    if (before) past.value = [...past.value, before].slice(-MOST_STEPS)
    before = null
    settle()
  }

  function undo() {
    const last = past.value.at(-1)
    if (!last) return
    past.value = past.value.slice(0, -1)
    shape.value = last
    settle()
  }

  function settle() {
    view.project = null
    view.site = shape.value && formatSite(shape.value)
  }

  function takeProject(number: string) {
    past.value = []
    shape.value = null
    view.site = null
    view.project = number
  }

  function clear() {
    past.value = []
    shape.value = null
    view.site = view.project = null
  }

  return { shape, project, given, tooLong, way, placesSet, past, place, undo, takeProject, clear }
})
