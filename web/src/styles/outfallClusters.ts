import Icon from 'ol/style/Icon'
import Fill from 'ol/style/Fill'
import Style from 'ol/style/Style'
import TextStyle from 'ol/style/Text'
import type { LayerSymbol } from '@/api/catalog'
import type { OutfallCluster } from '@/api/outfalls'
import { FONT, SEVERITY_COLOURS } from './theme'

const LEAST_RADIUS = 14
const MOST_RADIUS = 22
/** The states, and outside of them what is above limits. */
const RING = 5
const ARC = 2.5
/** However few are above limits, they can be seen. */
const LEAST_ARC = Math.PI / 8
const INK = '#22313a'

/** So wide is the ring of a cluster: ten times as many are a little wider. */
export const radiusOf = (outfalls: number): number => Math.min(MOST_RADIUS, LEAST_RADIUS + 2.5 * Math.log10(Math.max(1, outfalls)))

/** How many stand for a cluster: `840`, `12k`. */
export const countOf = (outfalls: number): string => (outfalls < 10_000 ? String(outfalls) : `${Math.round(outfalls / 1000)}k`)

/** The parts of a ring, as they follow each other from the top. */
export function arcsOf(states: Record<string, number>): { state: string; from: number; to: number }[] {
  const all = Object.values(states).reduce((sum, n) => sum + n, 0)
  let at = -Math.PI / 2
  return Object.entries(states).map(([state, n]) => {
    const from = at
    at += (2 * Math.PI * n) / all
    return { state, from, to: at }
  })
}

/** Drawn once, however often the map asks. */
const drawn = new WeakMap<OutfallCluster, Style[]>()

/** How many there are, in a ring of the colours of their states; a red arc around it for the share of those above a limit. */
export function clusterStyle(cluster: OutfallCluster, symbolOf: (state: string) => LayerSymbol | null): Style[] {
  const before = drawn.get(cluster)
  if (before) return before
  const image = picture(cluster, symbolOf)
  const text = new TextStyle({ text: countOf(cluster.outfalls), font: `600 11px ${FONT}`, fill: new Fill({ color: INK }) })
  const styles = [new Style({ text, ...(image ? { image } : {}) })]
  drawn.set(cluster, styles)
  return styles
}

function picture({ outfalls, exceeding, states }: OutfallCluster, symbolOf: (state: string) => LayerSymbol | null): Icon | null {
  const ratio = window.devicePixelRatio
  const radius = radiusOf(outfalls)
  const half = radius + ARC + 3
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.ceil(2 * half * ratio)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(ratio, ratio)
  const arc = (at: number, width: number, colour: string, from = 0, to = 2 * Math.PI) => {
    context.beginPath()
    context.arc(half, half, at, from, to)
    context.lineWidth = width
    context.strokeStyle = colour
    context.stroke()
  }
  context.beginPath()
  context.arc(half, half, half - 1, 0, 2 * Math.PI)
  context.fillStyle = '#ffffffe6'
  context.fill()
  for (const { state, from, to } of arcsOf(states)) {
    const symbol = symbolOf(state)
    arc(radius - RING / 2, RING, symbol?.fill ?? symbol?.stroke ?? INK, from, to)
  }
  if (exceeding > 0) arc(radius + ARC / 2 + 0.5, ARC, SEVERITY_COLOURS.error, -Math.PI / 2, -Math.PI / 2 + Math.max(LEAST_ARC, (2 * Math.PI * exceeding) / outfalls))
  return new Icon({ img: canvas, scale: 1 / ratio })
}
