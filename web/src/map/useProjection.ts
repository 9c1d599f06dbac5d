import { computed, watch } from 'vue'
import { useView } from '@/app/useView'
import { SCREEN_PROJECTIONS, showIn, type ScreenProjection } from './olMap'

/** The projection that the address names; the map follows it. */
export function useProjection() {
  const { view } = useView()
  const projection = computed<ScreenProjection>({
    get: () => SCREEN_PROJECTIONS.find((p) => p === view.projection) ?? 'mercator',
    set: (chosen) => (view.projection = chosen === 'mercator' ? null : chosen),
  })
  watch(projection, showIn, { immediate: true })
  return projection
}
