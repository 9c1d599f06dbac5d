import type { retentionZh, sensitivityZh } from './retention.zh'

export const retentionEn: typeof retentionZh = {
  title: 'Natural coast retention, mainland',
  rules: 'Counting rules',
  ratio: 'Retention',
  natural: 'Natural',
  length: 'Total',
  segments: 'Segm.',
  total: 'Total',
  unassigned: 'Unassigned',
  caption: 'Natural coast retention of the mainland in {year}',
  goTo: 'Show {name} on the map',
  sums: 'natural {natural} / total {total} km',
  noData: 'There is no coastline yet. Upload a coastline survey and its retention ratio will stand here.',
  noRegions: 'There are no borders yet: once the layer “Regions” is uploaded, there are figures by city, town and bay, too.',
  target: 'Target',
  margin: 'margin {length}',
  missing: '{length} short',
  noSurveyIn: 'no survey in {year}',
  trail: 'Where this is',
  allOf: 'All ({grouping})',
  segment: 'Segment',
  segmentLength: 'Length',
  type: 'Type',
  segmentsOf: 'Segments: {n}',
  segmentsListed: '; the first {n} are listed, all are in the layer’s table.',
  wholeSegments: 'Segments are listed whole; in the figures those across a border are split there.',
  coastHidden: 'The coastline layer is off, so its segments cannot be listed.',
  showCoast: 'Switch it on',
}

export const sensitivityEn: typeof sensitivityZh = {
  title: 'Sensitivity: other rules, other scales',
  points: 'points',
  simplified: 'Simplified by',
  asSurveyed: 'As surveyed',
  about: 'Differences are to the chosen rules and the survey as it is. Segments are simplified after Douglas and Peucker (1973); their ends stay.',
}
