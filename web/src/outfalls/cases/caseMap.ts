import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { ProblemSite } from '@/api/cases'
import { map, toShape } from '@/map/olMap'
import { problemSiteStyle } from '@/styles/problemSites'

let chosen: string | null = null

const layer = new VectorLayer({
  source: new VectorSource(),
  style: (feature) => {
    const site = feature.get('site') as ProblemSite
    return problemSiteStyle({ overdue: site.overdue, chosen: site.number === chosen })
  },
  zIndex: 790,
  updateWhileAnimating: true,
})
map.addLayer(layer)

/** Draws problem sites; those without a place are left out. */
export function showProblemSites(sites: ProblemSite[]) {
  const source = layer.getSource()
  source?.clear(true)
  source?.addFeatures(sites.flatMap((site) => (site.geometry ? [new Feature({ geometry: toShape(site.geometry), site })] : [])))
}

export function ringProblemSite(number: string | null) {
  chosen = number
  layer.changed()
}

/** Tells of clicks on a problem site; the function that comes back ends that. */
export function onProblemSiteClick(tell: (site: ProblemSite) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const site = map.forEachFeatureAtPixel(pixel, (hit) => hit.get('site') as ProblemSite | undefined, { hitTolerance: 4, layerFilter: (l) => l === layer })
    if (site) tell(site)
  })
  return () => unByKey(key)
}
