import type { MapBrowserEvent } from 'ol'
import { unByKey } from 'ol/Observable'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { Change, Finding } from '@/api/checks'
import { goTo, goToPlace, map, toShape } from '@/map/olMap'
import { pointAt, reviewedAt, showChanges, showFindings } from '@/map/useOverlays'
import { useReview } from './useReview'

export function goToFinding({ place, geometry }: Finding) {
  if (geometry) goTo([toShape(geometry)])
  else if (place) goToPlace(place)
}

export function goToChange({ geometryBefore, geometryAfter }: Change) {
  const shapes = [geometryBefore, geometryAfter].flatMap((shape) => (shape ? [toShape(shape)] : []))
  if (shapes.length > 0) goTo(shapes)
}

/** Draws what is reviewed, and links map and list both ways: what is pointed at on one lights up on the other. */
export function useReviewMap() {
  const review = useReview()

  watch(() => review.changes.items, (items) => showChanges(items), { immediate: true })
  watch([() => review.findings.items, () => review.chosen], () => showFindings(review.findings.items, review.chosen), { immediate: true })
  watch([() => review.hovered, () => review.chosenChange], () => pointAt(review.hovered ?? review.chosenChange), { immediate: true })

  function onMove({ pixel, dragging }: MapBrowserEvent) {
    if (dragging) return
    const found = reviewedAt(pixel)
    point(found !== null)
    review.hovered = found && isChange(found) ? found : null
  }

  function onClick({ pixel }: MapBrowserEvent) {
    const found = reviewedAt(pixel)
    if (!found) return
    review.shown = isChange(found) ? 'changes' : 'findings'
    if (isChange(found)) review.chosenChange = found
    else review.chosen = found
  }

  onMounted(() => {
    const listeners = [map.on('pointermove', onMove), map.on('singleclick', onClick)]
    onBeforeUnmount(() => {
      unByKey(listeners)
      point(false)
      showChanges([])
      showFindings([], null)
      pointAt(null)
    })
  })
}

function point(atSomething: boolean) {
  const element = map.getTargetElement()
  if (element) element.style.cursor = atSomething ? 'pointer' : ''
}

export const isChange = (found: Change | Finding): found is Change => 'kind' in found
