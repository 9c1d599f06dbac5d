import LayerGroup from 'ol/layer/Group'
import VectorLayer from 'ol/layer/Vector'
import type VectorSource from 'ol/source/Vector'
import type { StyleFunction } from 'ol/style/Style'
import type { Layer } from '@/api/catalog'
import { BASE_MAP } from '@/app/useCatalog'
import { placeLabel } from '@/styles/labels'
import { olStyles } from '@/styles/patterns'
import { symbolFor } from '@/styles/symbols'
import { map } from './olMap'
import { shoreOf } from './sheetEdge'
import { fadeOut } from './sheetFade'

/** Names lie above areas and lines, below points. */
const NAMES_ORDER = 85

/** A map layer with the looks of the catalogue. The base map's points are names, which lie above other layers' areas. */
export function drawnLayer(layer: Layer, source: VectorSource, without: () => ReadonlySet<string>): VectorLayer | LayerGroup {
  const base = layer.id === BASE_MAP
  const shapes = new VectorLayer({
    source,
    zIndex: layer.style.order,
    // The map library draws above this zoom, the catalogue means from this zoom.
    minZoom: layer.style.minZoom - 0.01,
    style: base ? baseStyle(layer, source) : classStyle(layer, without),
    updateWhileAnimating: true,
    properties: { id: layer.id, fades: base },
  })
  if (base) fadeOut(shapes)
  return base ? new LayerGroup({ layers: [shapes, namesLayer(layer, source)] }) : shapes
}

/** Each class as the catalogue draws it; nothing for those that are left out. */
export function classStyle(layer: Layer, without: () => ReadonlySet<string>): StyleFunction {
  return (feature) => {
    const symbol = symbolFor(layer, feature.getProperties())
    return symbol.code !== null && without().has(symbol.code) ? [] : olStyles(symbol)
  }
}

/** Land with its shore; points are names and drawn by the other layer. */
function baseStyle(layer: Layer, source: VectorSource): StyleFunction {
  const shore = shoreOf(source)
  return (feature) => {
    if (feature.getGeometry()?.getType() === 'Point') return []
    return olStyles(symbolFor(layer, feature.getProperties())).flatMap((style) => {
      const [body, line] = [style.clone(), style.clone()]
      body.setStroke(null)
      line.setFill(null)
      line.setGeometry(shore)
      return [body, line]
    })
  }
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
