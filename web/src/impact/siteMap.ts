import { getHeight, getWidth } from 'ol/extent'
import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type { StyleLike } from 'ol/style/Style'
import type { Geometry } from 'geojson'
import type { Verdict } from '@/api/impactReport'
import { map, toShape } from '@/map/olMap'
import { besideStyle, hitStyle, numberStyle, placeOfNumber, siteStyle } from '@/styles/site'

/** What the check of a site draws over the data: the site, what it has in common with features, and what lies beside it. */
const hits = drawn(hitStyle, 855)
const site = drawn(siteStyle, 860)
const beside = drawn(besideStyle, 865)
drawn(numberStyle, 870, hits)

function drawn(style: StyleLike, zIndex: number, source = new VectorSource()): VectorSource {
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
  const taken: number[][] = []
  hits.clear(true)
  hits.addFeatures(
    list.map(({ key, number, geometry }) => {
      const shape = toShape(geometry)
      const feature = new Feature(shape)
      feature.setProperties({ key, number, pointed: false, aside: number === null ? 0 : asideOf(placeOfNumber(shape).getCoordinates(), taken) })
      return feature
    }),
  )
}

/** Numbers nearer than this share of the site's width or height would cover each other where the site fills the map. */
const CROWDED = 0.08

/** How many numbers lie in the same place already. */
function asideOf(place: number[], taken: number[][]): number {
  const extent = site.getExtent() ?? []
  const reach = CROWDED * Math.max(getWidth(extent), getHeight(extent))
  const here = taken.filter(([x = 0, y = 0]) => Math.hypot(x - (place[0] ?? 0), y - (place[1] ?? 0)) <= reach).length
  taken.push(place)
  return here
}

/** Makes the hits with these keys stand out, and no others. */
export function pointAtHits(keys: string[]) {
  for (const feature of hits.getFeatures()) feature.set('pointed', keys.includes(String(feature.get('key'))))
}

export function showBeside(geometry: Geometry | null) {
  beside.clear(true)
  if (geometry) beside.addFeature(new Feature(toShape(geometry)))
}
