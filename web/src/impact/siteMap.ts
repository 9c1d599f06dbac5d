import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type { StyleLike } from 'ol/style/Style'
import type { Geometry } from 'geojson'
import type { Verdict } from '@/api/impact'
import { map, toShape } from '@/map/olMap'
import { besideStyle, hitStyle, siteStyle } from '@/styles/site'

/** What the check of a site draws over the data: the site, what it has in common with features, and what lies beside it. */
const hits = drawn(hitStyle, 860)
const beside = drawn(besideStyle, 870)
const site = drawn(siteStyle, 855)

function drawn(style: StyleLike, zIndex: number): VectorSource {
  const source = new VectorSource()
  map.addLayer(new VectorLayer({ source, style, zIndex, updateWhileAnimating: true, updateWhileInteracting: true }))
  return source
}

export const siteSource = site

/** Shows a shape as the site; the one that is there is changed, so that a hand that moves it keeps hold of it. */
export function showSite(shape: Geometry | null) {
  const [feature] = site.getFeatures()
  if (!shape) site.clear()
  else if (feature) feature.setGeometry(toShape(shape))
  else site.addFeature(new Feature(toShape(shape)))
}

/** What stands beside the site, in the reader's words. */
export function flagSite(verdict: Verdict | null, word: string | null, movable: boolean) {
  site.getFeatures()[0]?.setProperties({ verdict, word, movable })
}

export interface ShownHit {
  key: string
  number: number | null
  geometry: Geometry
}

export function showHits(list: ShownHit[]) {
  hits.clear(true)
  hits.addFeatures(
    list.map(({ key, number, geometry }) => {
      const feature = new Feature(toShape(geometry))
      feature.setProperties({ key, number, pointed: false })
      return feature
    }),
  )
}

/** Makes the hits with these keys stand out, and no others. */
export function pointAtHits(keys: string[]) {
  for (const feature of hits.getFeatures()) feature.set('pointed', keys.includes(String(feature.get('key'))))
}

export function showBeside(geometry: Geometry | null) {
  beside.clear(true)
  if (geometry) beside.addFeature(new Feature(toShape(geometry)))
}
