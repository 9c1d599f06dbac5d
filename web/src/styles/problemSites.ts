import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { ACCENT, SEVERITY_COLOURS } from './theme'

/** Problem sites as crosses and dashed outlines; those overdue are red and solid, the chosen one is wide. */
export function problemSiteStyle({ overdue, chosen }: { overdue: boolean; chosen: boolean }): Style[] {
  const color = overdue ? SEVERITY_COLOURS.error : SEVERITY_COLOURS.warning
  const cross = (colour: string, width: number) => new RegularShape({ points: 4, radius: 9, radius2: 0, angle: Math.PI / 4, stroke: new Stroke({ color: colour, width }) })
  const edge = new Stroke({ color, width: 2.5, ...(overdue ? {} : { lineDash: [8, 4] }) })
  return [
    ...(chosen ? [new Style({ stroke: new Stroke({ color: `${ACCENT}66`, width: 12 }), image: cross(ACCENT, 9) })] : []),
    new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 5 }), image: cross('#ffffff', 6) }),
    new Style({ stroke: edge, fill: new Fill({ color: `${color}22` }), image: cross(color, 3) }),
  ]
}

/** The place of something that is being entered. */
export const enteredPlaceStyle = [
  new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 6 }) }),
  new Style({
    stroke: new Stroke({ color: ACCENT, width: 3 }),
    fill: new Fill({ color: `${ACCENT}26` }),
    image: new CircleStyle({ radius: 8, fill: new Fill({ color: ACCENT }), stroke: new Stroke({ color: '#fff', width: 2 }) }),
  }),
]

/** A place that is proposed as a problem site: dashed; chosen it is whole and red, pointed at it is wide, and grey where there is a site already. */
export function proposalStyle({ chosen, known, pointed }: { chosen: boolean; known: boolean; pointed: boolean }): Style[] {
  const color = known ? '#56616a' : chosen ? SEVERITY_COLOURS.error : SEVERITY_COLOURS.warning
  const edge = new Stroke({ color, width: 5, ...(chosen ? {} : { lineDash: [8, 6] }) })
  const round = (radius: number, stroke: Stroke) => new CircleStyle({ radius, stroke })
  const rim = new Stroke({ color, width: 3, ...(chosen ? {} : { lineDash: [4, 3] }) })
  return [
    ...(pointed ? [new Style({ stroke: new Stroke({ color: `${ACCENT}66`, width: 16, lineCap: 'round' }), image: round(14, new Stroke({ color: `${ACCENT}99`, width: 5 })) })] : []),
    new Style({ stroke: new Stroke({ color: '#ffffffd9', width: 8 }), image: round(9, new Stroke({ color: '#ffffffd9', width: 6 })) }),
    new Style({ stroke: edge, fill: new Fill({ color: `${color}33` }), image: new CircleStyle({ radius: 9, stroke: rim, fill: new Fill({ color: `${color}33` }) }), zIndex: 1 }),
  ]
}
