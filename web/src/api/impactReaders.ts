import { geometry } from './features'
import {
  VERDICTS,
  type Activity,
  type CoastTaken,
  type CountedCoast,
  type ImpactHit,
  type ImpactReport,
  type ImpactRules,
  type Judgement,
  type LayerHits,
  type MetFeature,
  type NearFeature,
} from './impactReport'
import { listOf, number, object, oneOf, recordOf, text, words, type Reader } from './narrow'

const verdict = oneOf(...VERDICTS)

const activity: Reader<Activity> = (value, path) => {
  const json = object(value, path)
  return { code: json.get('code', text), label: json.get('label', words) }
}

export function readImpactRules(value: unknown): ImpactRules {
  const json = object(value)
  return {
    activities: json.list('activities', activity),
    ruleSets: json.list('ruleSets', (set, path) => {
      const s = object(set, path)
      return { id: s.get('id', text), version: s.get('version', number), title: s.get('title', words), about: s.get('about', words) }
    }),
  }
}

export function readImpactReport(value: unknown): ImpactReport {
  const json = object(value)
  return {
    activity: json.get('activity', activity),
    day: json.get('day', text),
    verdict: json.get('verdict', verdict),
    verdictLabel: json.get('verdictLabel', words),
    footprint: json.get('footprint', measures),
    rules: json.list('rules', judgement),
    layers: json.list('layers', layerHits),
    coast: json.or('coast', coastTaken, null),
    nearM: json.get('nearM', number),
    outfallsNear: json.list('outfallsNear', near),
    ruleSets: json.get('ruleSets', recordOf(number)),
    lengthMethod: json.get('lengthMethod', text),
    revisions: json.get('revisions', recordOf(number)),
    warnings: json.or('warnings', listOf(words), []),
  }
}

const measures: Reader<{ lengthM: number; areaM2: number }> = (value, path) => {
  const json = object(value, path)
  return { lengthM: json.get('lengthM', number), areaM2: json.get('areaM2', number) }
}

const judgement: Reader<Judgement> = (value, path) => {
  const json = object(value, path)
  return {
    rule: json.get('rule', text),
    verdict: json.get('verdict', verdict),
    verdictLabel: json.get('verdictLabel', words),
    title: json.get('title', words),
    document: json.get('document', words),
    clause: json.get('clause', words),
    inForceFrom: json.get('inForceFrom', text),
    says: json.get('says', words),
    because: json.get('because', (because, at) => {
      const b = object(because, at)
      return { layer: b.or('layer', text, null), features: b.list('features', text) }
    }),
  }
}

const layerHits: Reader<LayerHits> = (value, path) => {
  const json = object(value, path)
  return {
    layer: json.get('layer', text),
    title: json.get('title', words),
    revision: json.get('revision', number),
    hitCount: json.get('hitCount', number),
    ...measures(value, path),
    hits: json.list('hits', hit),
    touching: json.list('touching', met),
    nearest: json.or('nearest', near, null),
  }
}

const met: Reader<MetFeature> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    name: json.get('name', text),
    values: json.or('values', (values, at) => (object(values, at), values as Record<string, unknown>), {}),
  }
}

const near: Reader<NearFeature> = (value, path) => ({ ...met(value, path), distanceM: object(value, path).get('distanceM', number) })

const hit: Reader<ImpactHit> = (value, path) => ({
  ...met(value, path),
  ...measures(value, path),
  geometry: object(value, path).get('geometry', geometry),
})

const coastTaken: Reader<CoastTaken> = (value, path) => {
  const json = object(value, path)
  return {
    surveyYear: json.get('surveyYear', number),
    rules: json.get('rules', text),
    lengthM: json.get('lengthM', number),
    naturalM: json.get('naturalM', number),
    occupied: json.list('occupied', (one, at) => {
      const o = object(one, at)
      return { type1: o.get('type1', text), type2: o.get('type2', text), protection: o.get('protection', text), lengthM: o.get('lengthM', number) }
    }),
    targetPercent: json.or('targetPercent', number, null),
    before: json.get('before', counted),
    after: json.get('after', counted),
  }
}

const counted: Reader<CountedCoast> = (value, path) => {
  const json = object(value, path)
  return {
    countedNaturalM: json.get('countedNaturalM', number),
    countedTotalM: json.get('countedTotalM', number),
    ratioPercent: json.or('ratioPercent', number, null),
    marginM: json.or('marginM', number, null),
  }
}
