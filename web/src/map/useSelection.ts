import type { FeatureLike } from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import type { Pixel } from 'ol/pixel'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Layer } from '@/api/catalog'
import { BASE_MAP, useCatalog } from '@/app/useCatalog'
import { map } from './olMap'
import { markChosen } from './useOverlays'

export interface Hit {
  layer: Layer
  id: string
  properties: Record<string, unknown>
  geometry: Geometry
}

/** Lines are thin and fingers are not. */
const TOLERANCE = 6

/** The features that a click met, of every layer, the uppermost first. */
export const useSelection = defineStore('selection', () => {
  const catalog = useCatalog()
  const hits = shallowRef<Hit[]>([])

  function pick(pixel: Pixel) {
    const found: Hit[] = []
    map.forEachFeatureAtPixel(
      pixel,
      (feature, drawn) => {
        const layer = catalog.layer(String(drawn.get('id')))
        const hit = layer && hitOf(layer, feature)
        if (hit && !found.some((f) => f.layer === hit.layer && f.id === hit.id)) found.push(hit)
      },
      { hitTolerance: TOLERANCE, layerFilter: (l) => l.get('id') !== undefined && l.get('id') !== BASE_MAP },
    )
    choose(found)
  }

  function choose(found: Hit[]) {
    hits.value = found
    markChosen(found.slice(0, 1).map((f) => f.geometry))
  }

  return { hits, pick, choose, clear: () => choose([]), mark: (hit: Hit) => markChosen([hit.geometry]) }
})

/** A feature of a layer as something chosen; null where it has no place. */
export function hitOf(layer: Layer, feature: FeatureLike): Hit | null {
  const geometry = feature.getGeometry() as Geometry | undefined
  if (!geometry) return null
  const { geometry: _, ...properties } = feature.getProperties()
  return { layer, id: String(feature.getId() ?? ''), properties, geometry }
}
