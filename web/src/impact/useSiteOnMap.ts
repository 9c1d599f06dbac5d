import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import { useView } from '@/app/useView'
import { useWords } from '@/i18n/useWords'
import { draw, edit, onDrawingKey, type Drawing } from '@/map/draw/drawing'
import { useSnapTargets } from '@/map/draw/useSnapTargets'
import { goTo, toShape } from '@/map/olMap'
import { hitGroups } from './hitGroups'
import { flagSite, showBeside, showHits, showSite, siteSource } from './siteMap'
import { SITE_KINDS, singleShape, type SiteKind } from './siteShape'
import { useImpact } from './useImpact'
import { useProjects } from './useProjects'
import { useSite } from './useSite'

/** Keeps the map in step with the site and its report for as long as the task is open. */
export function useSiteOnMap() {
  const site = useSite()
  const projects = useProjects()
  const impact = useImpact()
  const say = useWords()
  const { view } = useView()
  let drawing: Drawing | null = null
  let editing: { stop(): void } | null = null
  let byHand = false

  const geometry = computed(() => site.shape ?? site.parts ?? (site.project === null ? null : (projects.numbered(site.project)?.geometry ?? null)))
  const kind = computed(() => SITE_KINDS.find((k) => k === site.way) ?? null)
  const movable = computed(() => kind.value === null && geometry.value !== null && singleShape(geometry.value) !== null)

  useSnapTargets(() => kind.value !== null || movable.value)

  function flag() {
    const { report } = impact
    flagSite(report?.verdict ?? null, report && say(report.verdictLabel), movable.value)
  }

  watch(
    geometry,
    (now) => {
      if (!byHand) showSite(now)
      flag()
    },
    { immediate: true, flush: 'sync' },
  )
  watch([() => impact.report, movable, () => view.lang], flag)
  watch(
    () => impact.report,
    (report) => showHits(report ? hitGroups(report).flatMap((g) => g.hits.map((h) => ({ ...h, geometry: h.hit.geometry }))) : []),
    { immediate: true },
  )
  watch(kind, startDrawing, { immediate: true })
  watch(
    movable,
    (can) => {
      editing?.stop()
      editing = can ? edit(siteSource, moveByHand) : null
    },
    { immediate: true },
  )
  watch(() => site.project, goToSite)
  watch(() => projects.items, () => site.project !== null && goToSite())
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    site.way = null
    startDrawing(null)
    editing?.stop()
    showSite(null)
    showHits([])
    showBeside(null)
  })

  function moveByHand(shape: Parameters<typeof site.place>[0], atRest: boolean) {
    byHand = true
    site.place(shape, atRest)
    byHand = false
  }

  function startDrawing(chosen: SiteKind | null) {
    drawing?.stop()
    site.placesSet = 0
    drawing = chosen === null ? null : draw(chosen, (set) => (site.placesSet = set), done)
  }

  function done(shape: Parameters<typeof site.place>[0]) {
    site.way = null
    site.place(shape)
  }

  function goToSite() {
    if (geometry.value) goTo([toShape(geometry.value)])
  }

  const onKey = (event: KeyboardEvent) => onDrawingKey(event, drawing, () => (site.way = null), () => site.undo())

  return { geometry, kind, goToSite, undoPlace: () => drawing?.undo(), finish: () => drawing?.finish() }
}
