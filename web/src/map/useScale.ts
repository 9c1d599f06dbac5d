import { unByKey } from 'ol/Observable'
import { onBeforeUnmount, ref } from 'vue'
import { map, scaleOf } from './olMap'

/** Denominator of the map's scale in its middle, as it moves. */
export function useScale() {
  const scale = ref(scaleOf(map.getView()))
  const key = map.on('moveend', () => (scale.value = scaleOf(map.getView())))
  onBeforeUnmount(() => unByKey(key))
  return scale
}
