import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Severity } from '@/api/uploads'
import { ACCENT, SEVERITY_COLOURS } from './theme'

/** Light around the coast of a row: under the coast itself, so that its classes stay readable. */
export const haloStyle = new Style({
  stroke: new Stroke({ color: `${ACCENT}59`, width: 14, lineCap: 'round', lineJoin: 'round' }),
})

export const selectionStyle = new Style({
  stroke: new Stroke({ color: '#e0218a', width: 3 }),
  fill: new Fill({ color: '#e0218a14' }),
  image: new CircleStyle({ radius: 9, stroke: new Stroke({ color: '#e0218a', width: 2.5 }) }),
})

export const footprintStyle = new Style({
  stroke: new Stroke({ color: ACCENT, width: 1.5, lineDash: [6, 4] }),
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
