import type { Catalog, GeometryKind, Layer, LayerSymbol, Pattern } from '@/api/catalog'
import type { Text } from '@/api/narrow'

/** Drawn where a style has no symbol for a feature, so that nothing is ever invisible by mistake. */
const PLAIN: LayerSymbol = { code: null, stroke: '#5e5e5e', width: 1, fill: null, pattern: 'solid' }

/** The first symbol whose code fits the value of the style's field. */
export function symbolFor(layer: Layer, properties: Record<string, unknown>): LayerSymbol {
  const { field, symbols } = layer.style
  const value = field === null ? null : properties[field]
  return symbols.find((s) => s.code === null || s.code === String(value ?? '')) ?? PLAIN
}

export interface LegendEntry {
  symbol: LayerSymbol
  /** Null for the one look of a whole layer, which needs no words beside the layer's title. */
  label: Text | null
  shape: 'point' | 'line' | 'polygon'
}

/** One entry per symbol with a code; a layer with one look has one entry without words. */
export function legendOf(layer: Layer, catalog: Catalog): LegendEntry[] {
  const coded = layer.style.symbols.filter((s) => s.code !== null)
  if (coded.length === 0) return [{ symbol: layer.style.symbols[0] ?? PLAIN, label: null, shape: shapeOf(layer.geometry, layer.style.symbols[0] ?? PLAIN) }]
  const listId = layer.fields.find((f) => f.name === layer.style.field)?.codeList
  const entries = catalog.codeLists.find((l) => l.id === listId)?.entries ?? []
  return coded.map((symbol) => {
    const code = symbol.code ?? ''
    return { symbol, label: entries.find((e) => e.code === code)?.label ?? { zh: code, en: code }, shape: shapeOf(layer.geometry, symbol) }
  })
}

const POINT_SHAPES: Pattern[] = ['circle', 'square', 'triangle', 'diamond']

function shapeOf(kind: GeometryKind, { pattern }: LayerSymbol): LegendEntry['shape'] {
  switch (kind) {
    case 'point':
    case 'line':
    case 'polygon':
      return kind
    case 'any':
    case 'none':
      return POINT_SHAPES.includes(pattern) ? 'point' : 'polygon'
  }
}
