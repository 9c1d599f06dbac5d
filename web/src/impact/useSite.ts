import type { Geometry } from 'geojson'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useView } from '@/app/useView'
import { forgetSite, keepSite, keptSite } from './keptSite'
import { formatSite, parseSite } from './siteLink'
import { singleShape, type SiteKind, type SiteShape } from './siteShape'

/** Ways to say where: drawn on the map, typed in, a project that is kept, or a file. */
export type Way = SiteKind | 'coordinates' | 'project' | 'file'

const MOST_STEPS = 50

/**
 * The site that is checked: a shape, one of several parts, or the number of a project. The address holds it; what is too long for one, this tab does.
 */
export const useSite = defineStore('site', () => {
  const { view } = useView()
  const shape = shallowRef<SiteShape | null>(view.site === null ? null : parseSite(view.site))
  /** A shape of several parts, which comes in a file and cannot be changed here. */
  const parts = shallowRef<Geometry | null>(null)
  /** File that the site came in. */
  const file = ref('')
  const project = computed(() => view.project)
  const tooLong = computed(() => parts.value !== null || (shape.value !== null && formatSite(shape.value) === null))
  /** Whether a site that is too long for an address would outlast a reload. */
  const kept = ref(true)
  /** What is being done to say where; null when nothing is. */
  const way = ref<Way | null>(null)
  /** Places set so far of a shape that is being drawn. */
  const placesSet = ref(0)
  const past = shallowRef<SiteShape[]>([])
  const given = computed(() => shape.value !== null || parts.value !== null || project.value !== null)

  if (shape.value === null && view.project === null) restore()

  watch(
    () => view.site,
    (text) => {
      if (text === null ? tooLong.value : shape.value && text === formatSite(shape.value)) return
      shape.value = text === null ? null : parseSite(text)
      parts.value = null
      file.value = ''
    },
  )

  /** Where the last move began. */
  let before: SiteShape | null = null

  /** A shape that still moves is checked, too; the address and the steps back know only where it came to rest. */
  function place(next: SiteShape, atRest = true, from = '') {
    before ??= shape.value
    shape.value = next
    parts.value = null
    file.value = from
    if (!atRest) return
    if (before) past.value = [...past.value, before].slice(-MOST_STEPS)
    before = null
    settle()
  }

  /** The shape in a file: one of one piece can be worked on like one that was drawn. */
  function takeFile(name: string, found: Geometry) {
    const one = singleShape(found)
    if (one) return place(one, true, name)
    past.value = []
    shape.value = null
    parts.value = found
    file.value = name
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
    const whole = shape.value ?? parts.value
    if (tooLong.value && whole) kept.value = keepSite({ shape: whole, file: file.value })
    else forgetSite()
  }

  /** Goes on with what the last load of this tab had and its address could not hold. */
  function restore() {
    const found = keptSite()
    if (!found) return
    file.value = found.file
    shape.value = singleShape(found.shape)
    parts.value = shape.value ? null : found.shape
  }

  function takeProject(number: string) {
    clear()
    view.project = number
  }

  function clear() {
    past.value = []
    shape.value = parts.value = null
    file.value = ''
    view.site = view.project = null
    forgetSite()
  }

  return { shape, parts, file, project, given, tooLong, kept, way, placesSet, past, place, takeFile, undo, takeProject, clear }
})
