import LayerGroup from 'ol/layer/Group'
import VectorLayer from 'ol/layer/Vector'
import type VectorSource from 'ol/source/Vector'
import type { Layer } from '@/api/catalog'
import { BASE_MAP } from '@/app/useCatalog'
import { placeLabel } from '@/styles/labels'
import { olStyles } from '@/styles/patterns'
import { symbolFor } from '@/styles/symbols'
import { map } from './olMap'

/** Names lie above areas and lines, below points. */
const NAMES_ORDER = 85

/** A map layer with the looks of the catalogue. The base map's points are names, which lie above other layers' areas. */
export function drawnLayer(layer: Layer, source: VectorSource): VectorLayer | LayerGroup {
  const base = layer.id === BASE_MAP
  const shapes = new VectorLayer({
    source,
    zIndex: layer.style.order,
    // The map library draws above this zoom, the catalogue means from this zoom.
    minZoom: layer.style.minZoom - 0.01,
    style: (feature) =>
      base && feature.getGeometry()?.getType() === 'Point' ? [] : olStyles(symbolFor(layer, feature.getProperties())),
    updateWhileAnimating: true,
    properties: { id: layer.id },
  })
  return base ? new LayerGroup({ layers: [shapes, namesLayer(layer, source)] }) : shapes
}

function namesLayer(layer: Layer, source: VectorSource): VectorLayer {
  return new VectorLayer({
    source,
    zIndex: NAMES_ORDER,
    declutter: true,
    style: (feature) => {
      if (feature.getGeometry()?.getType() !== 'Point') return []
      return placeLabel(feature, String(feature.get(layer.nameField ?? 'name') ?? ''), map.getView().getZoom() ?? 0) ?? []
    },
  })
}
