import Feature from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import { defineStore } from 'pinia'
import { computed, shallowReactive, watch } from 'vue'
import { fetchFeature, lengthOf } from '@/api/features'
import { COAST, useCatalog } from '@/app/useCatalog'
import { useLayers } from '@/map/useLayers'
import { toShape } from '@/map/olMap'
import { useScenario } from './useScenario'

/** Segments of the coast that measures name: as the map has them, else fetched, because a coast may come as tiles or be switched off. */
export const useSegmentLines = defineStore('segmentLines', () => {
  const layers = useLayers()
  const catalog = useCatalog()
  const scenario = useScenario()
  const fetched = shallowReactive(new Map<string, Feature>())
  const asked = new Set<string>()

  const wanted = computed(() => [...scenario.picked, ...scenario.measures.flatMap(({ where }) => (where.kind === 'segments' ? where.segments : []))])

  /** The segment, once it has come; a survey that does not have it never will. */
  function featureOf(id: string): Feature | null {
    // What the map shows of the coast changes with its arrivals.
    return (layers.arrivals >= 0 && layers.featureOf(COAST, id)) || (fetched.get(id) ?? null)
  }

  watch([wanted, () => layers.settled], () => layers.settled && wanted.value.filter((id) => !featureOf(id) && !asked.has(id)).forEach((id) => void bring(id)), { immediate: true })

  async function bring(id: string) {
    asked.add(id)
    const item = await fetchFeature(COAST, id).catch(() => null)
    if (!item?.geometry) return
    const feature = new Feature(toShape(item.geometry))
    feature.setId(id)
    feature.setProperties(item.properties)
    fetched.set(id, feature)
  }

  /** Whether there is such a segment; a coast that is on the map whole needs no asking. */
  async function exists(id: string): Promise<boolean> {
    if (!featureOf(id) && layers.featuresOf(COAST).length === 0) await bring(id)
    return featureOf(id) !== null
  }

  const shapeOf = (id: string): Geometry | null => featureOf(id)?.getGeometry() ?? null
  /** Its code, and the place that it is at. */
  function nameOf(id: string): string {
    const feature = featureOf(id)
    const name = feature?.get(catalog.layer(COAST)?.nameField ?? 'place') as unknown
    return [id.split('@')[0], typeof name === 'string' ? name : ''].filter(Boolean).join(' ')
  }
  /** Metres of all these together, of those that are known. */
  const lengthM = (ids: string[]) => ids.reduce((sum, id) => sum + (lengthOf({ id, geometry: null, properties: featureOf(id)?.getProperties() ?? {} }) ?? 0), 0)

  return { exists, shapeOf, nameOf, lengthM }
})
