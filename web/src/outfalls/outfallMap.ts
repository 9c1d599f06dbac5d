import Feature, { type FeatureLike } from 'ol/Feature'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type Style from 'ol/style/Style'
import type { LayerSymbol } from '@/api/catalog'
import type { Outfall } from '@/api/outfalls'
import { map, toMap } from '@/map/olMap'
import { chosenOutfallStyle, outfallStyles, pointedOutfallStyle } from '@/styles/outfalls'

let pointed: string | null = null
let chosen: string | null = null

/** Above the layer's own points, which are smaller and tell the state that was handed in. */
const layer = new VectorLayer({ source: new VectorSource(), style: styleOf, zIndex: 780, updateWhileAnimating: true })
map.addLayer(layer)

function styleOf(feature: FeatureLike): Style[] {
  const outfall = feature.get('outfall') as Outfall
  const rings = [...(outfall.code === chosen ? [chosenOutfallStyle] : []), ...(outfall.code === pointed ? [pointedOutfallStyle] : [])]
  return [...rings, ...outfallStyles(feature.get('symbol') as LayerSymbol, outfall)]
}

/** Draws outfalls as the ledger has them. */
export function showOutfalls(outfalls: Outfall[], symbolOf: (state: string | null) => LayerSymbol | null) {
  const source = layer.getSource()
  source?.clear(true)
  source?.addFeatures(
    outfalls.map((outfall) => new Feature({ geometry: new Point(toMap([outfall.lon, outfall.lat])), outfall, symbol: symbolOf(outfall.state) })),
  )
}

/** Rings the one that is pointed at in the list, and the one whose archive is open. */
export function ringOutfalls(now: { pointed?: string | null; chosen?: string | null }) {
  if (now.pointed !== undefined) pointed = now.pointed
  if (now.chosen !== undefined) chosen = now.chosen
  layer.changed()
}

/** Tells of clicks on an outfall; the function that comes back ends that. */
export function onOutfallClick(tell: (outfall: Outfall) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const outfall = map.forEachFeatureAtPixel(pixel, (hit) => hit.get('outfall') as Outfall | undefined, { hitTolerance: 4, layerFilter: (l) => l === layer })
    if (outfall) tell(outfall)
  })
  return () => unByKey(key)
}
