import type { Geometry } from 'geojson'
import type { Text } from './narrow'

/** From nothing against it to forbidden. */
export const VERDICTS = ['allowed', 'conditional', 'restricted', 'prohibited'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Activity {
  code: string
  label: Text
}

export interface ZoningRules {
  id: string
  version: number
  title: Text
  about: Text
}

export interface ImpactRules {
  activities: Activity[]
  ruleSets: ZoningRules[]
}

/** A shape in degrees or the number of a project; null = the server's own choice. */
export interface ImpactQuestion {
  geometry?: Geometry
  project?: string
  activity: string | null
  year: number | null
  counting: string | null
}

export interface MetFeature {
  id: string
  name: string
  values: Record<string, unknown>
}

export interface NearFeature extends MetFeature {
  distanceM: number
}

/** Length or area in common is 0 where the common part has none. */
export interface ImpactHit extends MetFeature {
  lengthM: number
  areaM2: number
  geometry: Geometry
}

export interface LayerHits {
  layer: string
  title: Text
  revision: number
  hitCount: number
  lengthM: number
  areaM2: number
  hits: ImpactHit[]
  touching: MetFeature[]
  nearest: NearFeature | null
}

export interface Judgement {
  rule: string
  verdict: Verdict
  verdictLabel: Text
  title: Text
  document: Text
  clause: Text
  inForceFrom: string
  says: Text
  because: { layer: string | null; features: string[] }
}

export interface CountedCoast {
  countedNaturalM: number
  countedTotalM: number
  ratioPercent: number | null
  marginM: number | null
}

export interface CoastTaken {
  surveyYear: number
  rules: string
  lengthM: number
  naturalM: number
  occupied: { type1: string; type2: string; protection: string; lengthM: number }[]
  targetPercent: number | null
  before: CountedCoast
  after: CountedCoast
}

export interface ImpactReport {
  activity: Activity
  day: string
  verdict: Verdict
  verdictLabel: Text
  footprint: { lengthM: number; areaM2: number }
  rules: Judgement[]
  layers: LayerHits[]
  coast: CoastTaken | null
  nearM: number
  outfallsNear: NearFeature[]
  ruleSets: Record<string, number>
  lengthMethod: string
  revisions: Record<string, number>
  warnings: Text[]
}
