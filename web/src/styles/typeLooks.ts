import type { Layer, LayerSymbol } from '@/api/catalog'
import { symbolFor } from './symbols'

/** How a type of coast is filled in charts: the colour that the catalogue gives its line, and a pattern so that colour is not alone. */
export interface TypeLook {
  color: string
  /** The same as the background of a key. */
  background: string
  decal: { symbol: string; color?: string; dashArrayX?: number | number[]; dashArrayY?: number | number[]; rotation?: number }
}

const LIGHT = 'rgba(255,255,255,0.7)'

export function typeLook(coast: Layer | undefined, type2: string): TypeLook {
  const symbol = coast ? symbolFor(coast, { type2 }) : null
  const color = symbol?.stroke ?? '#5e5e5e'
  return { color, background: backgroundOf(color, symbol), decal: symbol ? decalOf(symbol) : { symbol: 'none' } }
}

function backgroundOf(color: string, symbol: LayerSymbol | null): string {
  const stripes = (angle: number) => `repeating-linear-gradient(${angle}deg, ${color} 0 3px, #fffb 3px 4px), ${color}`
  switch (symbol?.pattern) {
    case 'dotted':
      return `radial-gradient(circle at 6px 6px, #fffb 2px, transparent 2.5px), ${color}`
    case 'dashed':
      return stripes(45)
    case 'ticked':
      return stripes(90)
    case 'dashed-core':
      return stripes(-45)
    default:
      return color
  }
}

function decalOf({ pattern }: LayerSymbol): TypeLook['decal'] {
  const stripes = (rotation: number, gap: number) => ({ symbol: 'rect', color: LIGHT, dashArrayX: [1, 0], dashArrayY: [2, gap], rotation })
  if (pattern === 'dotted') return { symbol: 'circle', color: LIGHT, dashArrayX: [5, 5], dashArrayY: [5, 5] }
  if (pattern === 'dashed') return stripes(0.8, 5)
  if (pattern === 'ticked') return stripes(Math.PI / 2, 4)
  if (pattern === 'dashed-core') return stripes(-0.8, 4)
  return { symbol: 'none' }
}
