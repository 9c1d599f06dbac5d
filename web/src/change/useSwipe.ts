import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { COAST, useCatalog } from '@/app/useCatalog'
import { useLayers } from '@/map/useLayers'
import { SwipeLayers } from './swipeLayers'

/** Shows the coast of an earlier survey left of a line as long as the component lives. */
export function useSwipe(fromYear: () => number, x: () => number) {
  const catalog = useCatalog()
  const layers = useLayers()
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let shown: SwipeLayers | null = null

  watch(fromYear, show, { immediate: true })
  watch(() => layers.arrivals, () => shown?.clipLater())
  watch(x, (pixels) => shown?.moveTo(pixels))
  onBeforeUnmount(() => shown?.remove())

  async function show() {
    shown?.remove()
    problem.value = null
    const coast = catalog.layer(COAST)
    if (!coast) return
    const mine = (shown = new SwipeLayers(coast))
    mine.moveTo(x())
    mine.clipLater()
    loading.value = true
    try {
      await mine.load(fromYear())
    } catch (thrown) {
      if (mine === shown) problem.value = asProblem(thrown)
    } finally {
      if (mine === shown) loading.value = false
    }
  }

  return { problem, loading, show }
}
