import Feature, { type FeatureLike } from 'ol/Feature'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type Style from 'ol/style/Style'
import type { LayerSymbol } from '@/api/catalog'
import type { Outfall, OutfallCluster, OutfallPlaces } from '@/api/outfalls'
import { goTo, map, toMap } from '@/map/olMap'
import { clusterStyle } from '@/styles/outfallClusters'
import { chosenOutfallStyle, outfallStyles, pointedOutfallStyle } from '@/styles/outfalls'

type SymbolOf = (state: string | null) => LayerSymbol | null

let pointed: string | null = null
let chosen: string | null = null
/** One that is pointed at in the list while its cluster stands for it. */
let guest: Feature | null = null

/** Above the layer's own points, which are smaller and tell the state that was handed in. */
const layer = new VectorLayer({ source: new VectorSource(), style: styleOf, zIndex: 780, updateWhileAnimating: true })
map.addLayer(layer)

function styleOf(feature: FeatureLike): Style[] {
  const cluster = feature.get('cluster') as OutfallCluster | undefined
  if (cluster) return clusterStyle(cluster, feature.get('symbolOf') as SymbolOf)
  const outfall = feature.get('outfall') as Outfall
  const rings = [...(outfall.code === chosen ? [chosenOutfallStyle] : []), ...(outfall.code === pointed ? [pointedOutfallStyle] : [])]
  return [...rings, ...outfallStyles(feature.get('symbol') as LayerSymbol, outfall)]
}

/** Draws outfalls as the ledger has them, single ones above clusters. */
export function showOutfalls({ list, clusters }: OutfallPlaces, symbolOf: SymbolOf) {
  const source = layer.getSource()
  source?.clear(true)
  guest = null
  source?.addFeatures(clusters.map((cluster) => new Feature({ geometry: new Point(toMap([cluster.lon, cluster.lat])), cluster, symbolOf })))
  source?.addFeatures(list.map((outfall) => featureOf(outfall, symbolOf)))
}

function featureOf(outfall: Outfall, symbolOf: SymbolOf): Feature {
  const feature = new Feature({ geometry: new Point(toMap([outfall.lon, outfall.lat])), outfall, symbol: symbolOf(outfall.state) })
  feature.setId(outfall.code)
  return feature
}

/** Rings the one whose archive is open. */
export function ringOutfall(code: string | null) {
  chosen = code
  layer.changed()
}

/** Rings the one that is pointed at in the list; where the map has a cluster in its place, it is drawn for so long. */
export function pointAtOutfall(outfall: Outfall | null, symbolOf: SymbolOf) {
  const source = layer.getSource()
  if (guest) source?.removeFeature(guest)
  guest = outfall && !source?.getFeatureById(outfall.code) ? featureOf(outfall, symbolOf) : null
  if (guest) source?.addFeature(guest)
  pointed = outfall?.code ?? null
  layer.changed()
}

/** Tells of clicks on an outfall, and goes closer to a cluster that is clicked; the function that comes back ends that. */
export function onOutfallClick(tell: (outfall: Outfall) => void, closer: () => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const hit = map.forEachFeatureAtPixel(pixel, (one) => one, { hitTolerance: 4, layerFilter: (l) => l === layer })
    const outfall = hit?.get('outfall') as Outfall | undefined
    const cluster = hit?.get('cluster') as OutfallCluster | undefined
    if (outfall) tell(outfall)
    if (!cluster) return
    goTo(cluster.bbox)
    closer()
  })
  return () => unByKey(key)
}
