import type MapBrowserEvent from 'ol/MapBrowserEvent'
import { unByKey } from 'ol/Observable'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { map } from '@/map/olMap'
import { pointAt, reviewedAt, showChanges } from '@/map/useOverlays'
import { isChange } from '@/upload/reviewMap'
import { useRevisionDiff } from './useRevisionDiff'

/** Draws what differs between two revisions, and links map and list both ways. */
export function useDiffMap() {
  const diff = useRevisionDiff()
  watch([() => diff.shown, () => diff.side], ([shown, side]) => showChanges(shown, side), { immediate: true })
  watch([() => diff.hovered, () => diff.chosen], ([hovered, chosen]) => pointAt(hovered ?? chosen), { immediate: true })

  const changeAt = ({ pixel }: MapBrowserEvent) => {
    const found = reviewedAt(pixel)
    return found && isChange(found) ? found : null
  }

  onMounted(() => {
    const listeners = [
      map.on('pointermove', (event) => !event.dragging && (diff.hovered = changeAt(event))),
      map.on('singleclick', (event) => (diff.chosen = changeAt(event) ?? diff.chosen)),
    ]
    onBeforeUnmount(() => {
      unByKey(listeners)
      showChanges([])
      pointAt(null)
    })
  })
}
