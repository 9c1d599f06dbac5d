import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { LayerSymbol, Pattern } from '@/api/catalog'

/**
 * The catalogue's patterns as map styles: the one place that knows how a class is drawn. The legend draws with the same styles,
 * so the two cannot differ.
 */
export function olStyles(symbol: LayerSymbol): Style[] {
  const key = [symbol.stroke, symbol.width, symbol.fill, symbol.pattern].join('|')
  let styles = cache.get(key)
  if (!styles) cache.set(key, (styles = build(symbol)))
  return styles
}

const cache = new Map<string, Style[]>()
const FALLBACK = '#5e5e5e'
const POINT_RADIUS = 5
const HATCH_SPACING = 8

function build(symbol: LayerSymbol): Style[] {
  const base = new Style({ ...stroke(symbol), ...area(symbol), image: marker(symbol) })
  const mark = secondStroke(symbol)
  return mark ? [base, new Style({ stroke: mark })] : [base]
}

function stroke(symbol: LayerSymbol): { stroke?: Stroke } {
  if (symbol.stroke === null) return {}
  const dash = dashOf(symbol.pattern, symbol.width)
  return {
    stroke: new Stroke({
      color: symbol.stroke,
      width: symbol.width,
      lineCap: symbol.pattern === 'dotted' ? 'round' : 'butt',
      lineJoin: 'round',
      ...(dash ? { lineDash: dash } : {}),
    }),
  }
}

/** Dashes grow with the line, so that thick and thin lines of one pattern look alike. */
export function dashOf(pattern: Pattern, width: number): number[] | null {
  const unit = Math.max(width, 1.5)
  if (pattern === 'dashed') return [unit * 3, unit * 1.5]
  if (pattern === 'dotted') return [0.1, unit * 1.9]
  return null
}

/** What is drawn over a line: marks across it (a wide stroke of short dashes), or a lighter dashed core inside it. */
function secondStroke(symbol: LayerSymbol): Stroke | null {
  const { pattern, width } = symbol
  if (pattern === 'ticked') {
    const marks = { width: width + 6, lineDash: [1.5, width + 6] }
    return new Stroke({ color: symbol.stroke ?? FALLBACK, lineCap: 'butt', ...marks })
  }
  if (pattern === 'dashed-core') {
    const core = { width: width * 0.45, lineDash: [width * 2, width * 1.5] }
    return new Stroke({ color: symbol.fill ?? '#ffffff', lineCap: 'butt', ...core })
  }
  return null
}

function area(symbol: LayerSymbol): { fill?: Fill } {
  const { pattern, fill } = symbol
  if (pattern === 'hatched' || pattern === 'cross-hatched') {
    return { fill: new Fill({ color: hatch(symbol.stroke ?? FALLBACK, fill, pattern === 'cross-hatched') }) }
  }
  // The core of a line is no area; without this a closed island ring would be painted over.
  if (fill === null || pattern === 'dashed-core') return {}
  return { fill: new Fill({ color: fill }) }
}

/** A repeating tile of 45° lines over a tint; in a place without a canvas (unit tests) the tint alone. */
function hatch(line: string, tint: string | null, crossed: boolean): CanvasPattern | string {
  const fallback = tint ?? 'rgba(0,0,0,0)'
  if (typeof document === 'undefined') return fallback
  const size = HATCH_SPACING
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) return fallback
  if (tint) {
    context.fillStyle = tint
    context.fillRect(0, 0, size, size)
  }
  context.strokeStyle = line
  context.lineWidth = crossed ? 0.8 : 1
  context.beginPath()
  // Each line is drawn past the corners too, or the tile's corners would show as gaps.
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1)
    context.lineTo(shift + size + 1, -1)
    if (crossed) {
      context.moveTo(shift - 1, -1)
      context.lineTo(shift + size + 1, size + 1)
    }
  }
  context.stroke()
  return context.createPattern(canvas, 'repeat') ?? fallback
}

function marker(symbol: LayerSymbol): CircleStyle | RegularShape {
  const looks = {
    // A point needs a body: where only a line colour is given, the body takes it.
    fill: new Fill({ color: symbol.fill ?? symbol.stroke ?? FALLBACK }),
    stroke: new Stroke({ color: symbol.stroke ?? '#ffffff', width: Math.min(symbol.width, 2) }),
  }
  switch (symbol.pattern) {
    case 'square':
      return new RegularShape({ ...looks, points: 4, radius: POINT_RADIUS * 1.2, angle: Math.PI / 4 })
    case 'diamond':
      return new RegularShape({ ...looks, points: 4, radius: POINT_RADIUS * 1.25 })
    case 'triangle':
      return new RegularShape({ ...looks, points: 3, radius: POINT_RADIUS * 1.3 })
    case 'circle':
    case 'solid':
    case 'dashed':
    case 'dotted':
    case 'ticked':
    case 'dashed-core':
    case 'hatched':
    case 'cross-hatched':
      return new CircleStyle({ ...looks, radius: POINT_RADIUS })
  }
}
