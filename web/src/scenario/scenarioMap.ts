import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import { unByKey } from 'ol/Observable'
import VectorSource from 'ol/source/Vector'
import type { StyleLike } from 'ol/style/Style'
import type { ChangedCoast } from '@/api/scenario'
import { map, toShape } from '@/map/olMap'
import { changedCoastStyle, measureStyle } from '@/styles/scenario'
import type { Measure } from './draft'

/** What a scenario draws over the data: its measures, the one that is worked on, and the coast that changes. */
const coast = drawn(changedCoastStyle, 77)
const measures = drawn(measureStyle, 855)
const chosen = drawn(measureStyle, 860)

function drawn(style: StyleLike, zIndex: number): VectorLayer<VectorSource> {
  const layer = new VectorLayer({ source: new VectorSource(), style, zIndex, updateWhileAnimating: true, updateWhileInteracting: true })
  map.addLayer(layer)
  return layer
}

const sourceOf = (layer: VectorLayer<VectorSource>) => layer.getSource() ?? new VectorSource()
/** Holds the one measure that may be moved. */
export const chosenSource = sourceOf(chosen)

/** Draws all measures, numbered as they are listed; the chosen one apart, so that a hand that moves it keeps hold of it. */
export function showMeasures(list: Measure[], chosenId: number | null, keepShape = false) {
  const looks = ({ id, effect, on }: Measure) => ({ measure: id, number: list.findIndex((one) => one.id === id) + 1, effect, on, chosen: id === chosenId })
  const features = (of: Measure[]) =>
    of.map((one) => {
      const feature = new Feature(toShape(one.area))
      feature.setProperties(looks(one))
      return feature
    })
  const source = sourceOf(measures)
  source.clear(true)
  source.addFeatures(features(list.filter((one) => one.id !== chosenId)))
  if (keepShape) return
  chosenSource.clear(true)
  chosenSource.addFeatures(features(list.filter((one) => one.id === chosenId)))
}

export function showChangedCoast(list: ChangedCoast[]) {
  const source = sourceOf(coast)
  source.clear(true)
  source.addFeatures(list.map(({ what, geometry }) => new Feature({ geometry: toShape(geometry), what })))
}

/** Tells of clicks on a measure; the function that comes back ends that. */
export function onMeasureClick(tell: (id: number) => void): () => void {
  const key = map.on('singleclick', ({ pixel }) => {
    const id = map.forEachFeatureAtPixel(pixel, (found) => found.get('measure') as number | undefined, { layerFilter: (l) => l === measures })
    if (id !== undefined) tell(id)
  })
  return () => unByKey(key)
}
