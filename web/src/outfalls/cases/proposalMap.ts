import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { Proposal } from '@/api/caseProposals'
import { map, toShape } from '@/map/olMap'
import { proposalStyle } from '@/styles/problemSites'

let chosen: string[] = []
let pointed: string | null = null

const layer = new VectorLayer({
  source: new VectorSource(),
  style: (feature) => {
    const { id, known } = feature.get('proposal') as Proposal
    return proposalStyle({ chosen: chosen.includes(id), known: known !== null, pointed: id === pointed })
  },
  zIndex: 790,
  updateWhileAnimating: true,
})
map.addLayer(layer)

/** Draws places that are proposed as problem sites. */
export function showProposals(list: Proposal[]) {
  const source = layer.getSource()
  source?.clear(true)
  source?.addFeatures(list.map((proposal) => new Feature({ geometry: toShape(proposal.geometry), proposal })))
}

/** Tells apart those that are chosen, and the one that is pointed at in the list. */
export function markProposals(now: { chosen?: string[]; pointed?: string | null }) {
  if (now.chosen !== undefined) chosen = now.chosen
  if (now.pointed !== undefined) pointed = now.pointed
  layer.changed()
}

/** Tells of clicks on a place; the function that comes back ends that. */
export function onProposalClick(tell: (proposal: Proposal) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const proposal = map.forEachFeatureAtPixel(pixel, (hit) => hit.get('proposal') as Proposal | undefined, { hitTolerance: 4, layerFilter: (l) => l === layer })
    if (proposal) tell(proposal)
  })
  return () => unByKey(key)
}
