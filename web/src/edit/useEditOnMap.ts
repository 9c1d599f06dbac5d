import type { MapBrowserEvent } from 'ol'
import { unByKey } from 'ol/Observable'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { goTo, map, toShape } from '@/map/olMap'
import { clicksTaken } from '@/map/clicks'
import { showFindings } from '@/map/useOverlays'
import { useSelection, type Hit } from '@/map/useSelection'
import { shapeIn, type Draft } from './draft'
import { drawShape, keyAt, moveWhole, reshape, showAround, showDrafts, showMates, type Hand, type Shown } from './editMap'
import { useEdit } from './useEdit'
import { useEditCheck } from './useEditCheck'
import { useShaping } from './useShaping'

/** Keeps the map in step with what is edited, for as long as the task is open. */
export function useEditOnMap() {
  const edit = useEdit()
  const check = useEditCheck()
  const shaping = useShaping()
  const selection = useSelection()
  let hand: Hand | null = null
  let drawing: ReturnType<typeof drawShape> | null = null
  let held: string | null = null

  watch(
    [() => edit.drafts, () => edit.chosen],
    () => {
      showDrafts(shown())
      const key = edit.chosen && !edit.chosen.removed && shapeIn(edit.chosen) ? edit.chosen.key : null
      if (key === held) return
      held = key
      takeUp()
    },
    { immediate: true },
  )
  watch([() => edit.near, () => edit.drafts, () => edit.key], () => showAround(snapped()), { immediate: true })
  watch(() => shaping.tool, takeUp)
  watch(() => shaping.mates, (now) => showMates(now.flatMap(({ draft }) => shapesOf(draft))))
  watch([() => check.answer, () => check.finding], () => showFindings(check.answer?.findings ?? [], check.finding), { immediate: true })
  watch(() => selection.hit, follow)
  watch(() => edit.opened, (item) => item?.geometry && !isInSight(item.geometry) && goTo([toShape(item.geometry)]), { immediate: true })

  function shapesOf(draft: Draft) {
    const geometry = shapeIn(draft)
    return geometry ? [{ key: draft.key, geometry }] : []
  }

  function shown(): Shown[] {
    const list = edit.chosen && !edit.drafts.includes(edit.chosen) ? [...edit.drafts, edit.chosen] : edit.drafts
    return list.flatMap((draft) => shapesOf(draft).map((one) => ({ ...one, chosen: draft.key === edit.key, removed: draft.removed })))
  }

  function snapped() {
    const inHand = new Set([edit.key, ...edit.drafts.map((d) => d.key)])
    return edit.near.flatMap(({ id, geometry }) => (geometry && !inHand.has(id) ? [geometry] : []))
  }

  function isInSight(shape: Parameters<typeof toShape>[0]): boolean {
    return toShape(shape).intersectsExtent(map.getView().calculateExtent()) && (map.getView().getZoom() ?? 0) >= 13
  }

  /** The tool that the map is worked on with: what is drawn, else the vertices of the chosen feature. */
  function takeUp() {
    hand?.stop()
    drawing?.stop()
    hand = null
    drawing = null
    const { tool } = shaping
    if (tool === 'draw') drawing = drawShape(kindOfNew(), shaping.finish)
    else if (tool === 'cut') drawing = drawShape('LineString', shaping.finish)
    else if (tool === 'splitAt') drawing = drawShape('Point', shaping.finish)
    else if (tool === 'move' && held !== null) hand = moveWhole(held, edit.setShape)
    else if (tool === null && held !== null) hand = reshape(held, edit.setShape)
  }

  function kindOfNew() {
    const kind = edit.layer?.geometry
    return kind === 'point' ? 'Point' : kind === 'line' ? 'LineString' : 'Polygon'
  }

  /** A click on a feature of the layer chooses it. */
  function follow() {
    const ours = (one: Hit | null) => one?.layer.id === edit.layerId
    const hit = ours(selection.hit) ? selection.hit : selection.hits.find(ours)
    if (hit && shaping.tool === null) edit.choose(hit.id)
  }

  function onClick({ pixel }: MapBrowserEvent) {
    if (clicksTaken.value) return
    if (shaping.tool === 'merge') {
      const mate = keyAt(pixel, 'mates')
      if (mate) shaping.mergeWith(mate)
      return
    }
    const key = keyAt(pixel, 'drafts')
    if (key && key !== edit.key) edit.choose(key)
  }

  function onKey(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    if (target.closest('input, select, textarea, [role=dialog]')) return
    const control = event.ctrlKey || event.metaKey
    const letter = event.key.toLowerCase()
    if (event.key === 'Escape' && shaping.tool) shaping.use(null)
    else if (drawing && (event.key === 'Backspace' || (control && letter === 'z'))) drawing.undo()
    else if (drawing && event.key === 'Enter' && !target.closest('button, a')) drawing.finish()
    else if (control && (letter === 'y' || (letter === 'z' && event.shiftKey))) edit.redo()
    else if (control && letter === 'z') edit.undo()
    else if (event.key === 'Delete' && hand?.removeVertex) hand.removeVertex()
    else return
    event.preventDefault()
  }

  onMounted(() => {
    const listener = map.on('singleclick', onClick)
    window.addEventListener('keydown', onKey)
    onBeforeUnmount(() => {
      unByKey(listener)
      window.removeEventListener('keydown', onKey)
      shaping.use(null)
      hand?.stop()
      drawing?.stop()
      showDrafts([])
      showAround([])
      showMates([])
      showFindings([], null)
    })
  })

  return { undoPlace: () => drawing?.undo(), finish: () => drawing?.finish() }
}
