import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { ChangeKind, Severity } from '@/api/checks'
import { ACCENT, CHANGE_COLOURS, FONT, SEVERITY_COLOURS, WAY_LOOKS } from './theme'

/** Light around the coast of a row: under the coast itself, so that its classes stay readable. */
export const haloStyle = new Style({
  stroke: new Stroke({ color: `${ACCENT}59`, width: 14, lineCap: 'round', lineJoin: 'round' }),
})

export const selectionStyle = new Style({
  stroke: new Stroke({ color: '#e0218a', width: 3 }),
  fill: new Fill({ color: '#e0218a14' }),
  image: new CircleStyle({ radius: 9, stroke: new Stroke({ color: '#e0218a', width: 2.5 }) }),
})

/** Where a hand-in lies, or would lie; a cornered number where there are several ways to read it. */
export function footprintStyle(feature: FeatureLike): Style[] {
  const number = feature.get('number') as string
  const outline = feature.get('lit') ? footprintStyles.lit : footprintStyles.plain
  return number === '' ? [outline] : [outline, numberOf(number)]
}

const footprintStyles = {
  plain: new Style({ stroke: new Stroke({ color: ACCENT, width: 1.5, lineDash: [6, 4] }) }),
  lit: new Style({ stroke: new Stroke({ color: ACCENT, width: 3 }), fill: new Fill({ color: `${ACCENT}1f` }) }),
}
const numberOf = (number: string) =>
  new Style({
    text: new Text({
      text: number, font: `600 13px ${FONT}`, padding: [3, 6, 1, 6], overflow: true,
      fill: new Fill({ color: '#fff' }), backgroundFill: new Fill({ color: ACCENT }),
    }),
  })

/** Findings differ in shape as well as in colour; the chosen one has a ring. */
export function findingStyle(feature: FeatureLike): Style[] {
  const styles = findingStyles[feature.get('severity') as Severity]
  return feature.get('chosen') ? [ring, styles] : [styles]
}

const ring = new Style({ image: new CircleStyle({ radius: 13, stroke: new Stroke({ color: ACCENT, width: 3 }) }), zIndex: 2 })
const looks = (severity: Severity) => ({
  fill: new Fill({ color: SEVERITY_COLOURS[severity] }),
  stroke: new Stroke({ color: '#fff', width: 1.5 }),
})
const findingStyles: Record<Severity, Style> = {
  error: new Style({ image: new RegularShape({ ...looks('error'), points: 4, radius: 8 }), zIndex: 1 }),
  warning: new Style({ image: new RegularShape({ ...looks('warning'), points: 3, radius: 8 }) }),
  note: new Style({ image: new CircleStyle({ ...looks('note'), radius: 5.5 }) }),
}

/** What a point does not tell: the crossing, the overlap, the gap that the chosen finding speaks of. */
export function findingShapeStyle(feature: FeatureLike): Style[] {
  const colour = SEVERITY_COLOURS[feature.get('severity') as Severity]
  return [
    new Style({ stroke: new Stroke({ color: '#fff', width: 6 }) }),
    new Style({ stroke: new Stroke({ color: colour, width: 3 }), fill: new Fill({ color: `${colour}33` }), image: dot(colour, 6) }),
  ]
}

/** A shape that a commit would bring, or take away: the one before is dashed, one that goes is dotted, one that comes is solid. */
export function changeStyle(feature: FeatureLike): Style[] {
  const kind = feature.get('kind') as ChangeKind
  return changeStyles[feature.get('before') && kind === 'changed' ? 'was' : kind]
}

const casing = (width: number) => new Style({ stroke: new Stroke({ color: '#ffffffd9', width: width + 3, lineCap: 'round' }) })
const dot = (colour: string, radius: number, hollow = false) =>
  new CircleStyle({
    radius,
    fill: new Fill({ color: hollow ? '#ffffffcc' : colour }),
    stroke: new Stroke({ color: hollow ? colour : '#fff', width: hollow ? 2.5 : 1.5, ...(hollow ? { lineDash: [3, 3] } : {}) }),
  })

function changeLooks(colour: string, width: number, lineDash: number[] | null, zIndex: number): Style[] {
  const line = new Stroke({ color: colour, width, lineCap: lineDash?.[0] === 0.1 ? 'round' : 'butt', ...(lineDash ? { lineDash } : {}) })
  const body = new Style({ stroke: line, fill: new Fill({ color: `${colour}22` }), image: dot(colour, 6, lineDash !== null), zIndex })
  return [casing(width), body]
}

const changeStyles: Record<ChangeKind | 'was', Style[]> = {
  added: changeLooks(CHANGE_COLOURS.added, 4, null, 2),
  changed: changeLooks(CHANGE_COLOURS.changed, 3, null, 3),
  was: changeLooks(CHANGE_COLOURS.changed, 2, [6, 4], 1),
  removed: changeLooks(CHANGE_COLOURS.removed, 4.5, [0.1, 8], 1),
}

/** Around the change that is pointed at. */
export const pointedStyle = new Style({
  stroke: new Stroke({ color: `${ACCENT}66`, width: 16, lineCap: 'round', lineJoin: 'round' }),
  image: new CircleStyle({ radius: 13, stroke: new Stroke({ color: ACCENT, width: 3 }) }),
})

/** On both sides of a reach that changed, so that the coast between keeps its own look: lost is dotted, gained is solid, else dashed. */
export function reachStyle(feature: FeatureLike): Style {
  return reachStyles[feature.get('way') as keyof typeof reachStyles]
}

const edged = ({ colour, dash }: (typeof WAY_LOOKS)[keyof typeof WAY_LOOKS]) =>
  new Style({ stroke: new Stroke({ color: `${colour}b3`, width: 16, lineCap: 'butt', ...(dash ? { lineDash: [...dash] } : {}) }) })
const reachStyles = { lost: edged(WAY_LOOKS.lost), gained: edged(WAY_LOOKS.gained), other: edged(WAY_LOOKS.other) }
/** A place by its coordinates: a cross with an open middle, so that what lies there stays visible. */
export const typedPlaceStyle = [
  new Style({ image: new RegularShape({ points: 4, radius: 16, radius2: 0, stroke: new Stroke({ color: '#ffffffd9', width: 6 }) }) }),
  new Style({ image: new RegularShape({ points: 4, radius: 16, radius2: 0, stroke: new Stroke({ color: ACCENT, width: 2.5 }) }) }),
  new Style({ image: new CircleStyle({ radius: 5, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: ACCENT, width: 2 }) }) }),
]
