import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type { SiteShape } from '@/impact/siteShape'
import { map, toShape } from '@/map/olMap'
import { enteredPlaceStyle } from '@/styles/problemSites'

const source = new VectorSource()
map.addLayer(new VectorLayer({ source, style: enteredPlaceStyle, zIndex: 800, updateWhileAnimating: true }))

/** Draws the place of what is being entered. */
export function showSketch(shape: SiteShape | null) {
  source.clear(true)
  if (shape) source.addFeature(new Feature(toShape(shape)))
}
