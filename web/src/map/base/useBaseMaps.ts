import type LayerGroup from 'ol/layer/Group'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { fetchBaseMaps, type BaseMap } from '@/api/baseMaps'
import { asProblem, type Problem } from '@/api/problem'
import { useView } from '@/app/useView'
import { map } from '../olMap'
import { baseLayers } from './baseLayers'

/** What lies under the map besides the page's own base map; nothing unless the service names something and somebody chooses it. */
export const useBaseMaps = defineStore('baseMaps', () => {
  const { view } = useView()
  const all = shallowRef<BaseMap[]>([])
  const problem = shallowRef<Problem | null>(null)
  const chosen = computed(() => all.value.find((b) => b.id === view.base) ?? null)
  let drawn: LayerGroup | null = null

  watch(chosen, (base) => {
    if (drawn) map.removeLayer(drawn)
    drawn = base && baseLayers(base)
    if (drawn) map.addLayer(drawn)
  })

  async function load() {
    problem.value = null
    try {
      all.value = await fetchBaseMaps()
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }
  void load()

  const choose = (id: string) => (view.base = id === '' ? null : id)
  return { all, chosen, problem, load, choose }
})
