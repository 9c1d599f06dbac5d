import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { Reach } from '@/api/change'
import { map, toShape } from '@/map/olMap'
import { reachStyle } from '@/styles/overlays'
import { wayOf } from './matrix'

/** Below the coast, so that its own line stays readable between the edges. */
const layer = new VectorLayer({ source: new VectorSource(), style: reachStyle, zIndex: 78, updateWhileAnimating: true })
map.addLayer(layer)

/** Draws the reaches that changed. */
export function showReaches(reaches: Reach[]) {
  const source = layer.getSource()
  source?.clear(true)
  source?.addFeatures(reaches.map((reach) => new Feature({ geometry: toShape(reach.geometry), way: wayOf(reach), reach })))
}

/** Tells of clicks on a reach; the function that comes back ends that. */
export function onReachClick(tell: (reach: Reach) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const reach = map.forEachFeatureAtPixel(pixel, (found) => found.get('reach') as Reach | undefined, { hitTolerance: 4, layerFilter: (l) => l === layer })
    if (reach) tell(reach)
  })
  return () => unByKey(key)
}
