import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import TextStyle from 'ol/style/Text'
import type { LayerSymbol } from '@/api/catalog'
import { olStyles } from './patterns'
import { ACCENT, FONT, SEVERITY_COLOURS } from './theme'

/** So much larger than the layer's own points. */
const SCALE = 1.4
const cache = new Map<LayerSymbol, Style[]>()

/** The state by the catalogue's shape and colour, a ring where the newest sample is above a limit, a mark where the deadline has passed. */
export function outfallStyles(symbol: LayerSymbol, { exceeding, overdue }: { exceeding: boolean; overdue: boolean }): Style[] {
  return [...(exceeding ? exceedingStyles : []), ...larger(symbol), ...(overdue ? [overdueStyle] : [])]
}

function larger(symbol: LayerSymbol): Style[] {
  const before = cache.get(symbol)
  if (before) return before
  const styles = olStyles(symbol).map((style) => {
    const copy = style.clone()
    copy.getImage()?.setScale(SCALE)
    return copy
  })
  cache.set(symbol, styles)
  return styles
}

const ring = (color: string, radius: number, width: number) => new Style({ image: new CircleStyle({ radius, stroke: new Stroke({ color, width }) }) })

/** Also drawn in the legend. */
export const exceedingStyles = [ring('#ffffffd9', 11, 5), ring(SEVERITY_COLOURS.error, 11, 2.5)]
export const overdueStyle = new Style({
  text: new TextStyle({
    text: '!',
    font: `bold 15px ${FONT}`,
    offsetX: 14,
    offsetY: -13,
    fill: new Fill({ color: SEVERITY_COLOURS.error }),
    stroke: new Stroke({ color: '#fff', width: 4 }),
  }),
})
export const pointedOutfallStyle = ring(`${ACCENT}99`, 16, 5)
export const chosenOutfallStyle = ring(ACCENT, 16, 3)
