import Feature from 'ol/Feature'
import type { Geometry } from 'ol/geom'
import Point from 'ol/geom/Point'
import { fromExtent } from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import type Style from 'ol/style/Style'
import type { StyleFunction } from 'ol/style/Style'
import type { Bbox } from '@/api/narrow'
import type { Finding } from '@/api/uploads'
import { findingStyle, footprintStyle, haloStyle, selectionStyle } from '@/styles/overlays'
import { map, toExtent, toMap } from './olMap'

/** What tasks draw over the data: the lit coast, the chosen features, footprints and findings of a hand-in. */
const halo = overlay(haloStyle, 79)
const selection = overlay(selectionStyle, 900)
const footprints = overlay(footprintStyle, 800)
const findings = overlay(findingStyle, 950)

function overlay(style: Style | StyleFunction, zIndex: number): VectorSource {
  const source = new VectorSource()
  map.addLayer(new VectorLayer({ source, style, zIndex, updateWhileAnimating: true, properties: { overlay: true } }))
  return source
}

function show(source: VectorSource, features: Feature[]) {
  source.clear(true)
  source.addFeatures(features)
}

const asFeatures = (geometries: Geometry[]) => geometries.map((geometry) => new Feature(geometry))

export const lightUp = (geometries: Geometry[]) => show(halo, asFeatures(geometries))
export const markChosen = (geometries: Geometry[]) => show(selection, asFeatures(geometries))
export const showFootprints = (boxes: Bbox[]) => show(footprints, boxes.map((box) => new Feature(fromExtent(toExtent(box)))))

export function showFindings(list: Finding[], chosen: Finding | null) {
  const placed = list.flatMap((finding) => (finding.place ? [{ finding, place: finding.place }] : []))
  show(
    findings,
    placed.map(({ finding, place }) => {
      const feature = new Feature(new Point(toMap(place)))
      feature.setProperties({ severity: finding.severity, chosen: finding === chosen, finding })
      return feature
    }),
  )
}
