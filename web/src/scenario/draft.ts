import type { Effect, ScenarioInput, SiteEffect, Where } from '@/api/scenario'

/** Ways to say where a measure lies. */
export const WAYS = ['area', 'line', 'segments'] as const satisfies Where['kind'][]
export type Way = (typeof WAYS)[number]

/** One measure of a scenario that is worked on: where it lies, what is done there, and whether it counts now. */
export interface Measure {
  id: number
  name: string
  effect: Effect
  /** Type of the artificial coast that building makes, or of the nature-like coast that restoring makes. */
  type2: string
  on: boolean
  where: Where
}

/** A scenario as it is worked on; `base` is the kept one that it came from. */
export interface Draft {
  name: string
  base: string | null
  measures: Measure[]
}

export const EMPTY: Draft = { name: '', base: null, measures: [] }
/** Level 1 type of the coast that a measure makes. */
export const madeOf = (effect: Effect) => (effect === 'restoration' ? 'nature-like' : 'artificial')
/** What a measure makes of coast where nobody says more. */
export const usualType2 = (effect: Effect) => (effect === 'restoration' ? 'restored' : 'other')
/** A metre to two kilometres is what the server takes. */
export const WIDTH_M = { least: 1, most: 2000, usual: 30 } as const
export const widthIn = (metres: number): number => Math.min(WIDTH_M.most, Math.max(WIDTH_M.least, Number.isFinite(metres) ? metres : WIDTH_M.usual))
/** Segments take no ground that could be reclaimed. */
export const fits = (effect: Effect, way: Way): boolean => !(effect === 'reclaim' && way === 'segments')

/** A measure that does something else; what it makes of coast changes with that. */
export const withEffect = (measure: Measure, effect: Effect): Partial<Measure> =>
  madeOf(effect) === madeOf(measure.effect) ? { effect } : { effect, type2: usualType2(effect) }

/** The question that a draft asks; measures that are switched off are left out. */
export function inputOf(draft: Draft, basis: Pick<ScenarioInput, 'year' | 'rules' | 'target'>): ScenarioInput {
  const { footprints, restorations } = laid(draft.measures)
  return {
    ...basis,
    name: draft.name.trim(),
    note: '',
    footprints: footprints.map(({ name, effect, type2, where }) => ({ name, effect: effect === 'reclaim' ? 'reclaim' : 'artificial', type2, where })),
    restorations: restorations.map(({ name, type2, where }) => ({ name, type2, where })),
  }
}

/** The measures of a kept scenario. */
export function draftOf(id: string, { name, footprints, restorations }: ScenarioInput): Draft {
  const measures = [...footprints, ...restorations.map((one) => ({ ...one, effect: 'restoration' as const }))]
  return { name, base: id, measures: measures.map((one, index) => ({ ...one, id: index + 1, on: true })) }
}

/** What each measure does; the server lists footprints first, restorations then. */
export function effectsOf(measures: Measure[], sites: SiteEffect[]): Map<number, SiteEffect> {
  const { footprints, restorations } = laid(measures)
  return new Map([...footprints, ...restorations].flatMap(({ id }, index) => (sites[index] ? [[id, sites[index]] as const] : [])))
}

function laid(measures: Measure[]) {
  const on = measures.filter((one) => one.on)
  return { footprints: on.filter((one) => one.effect !== 'restoration'), restorations: on.filter((one) => one.effect === 'restoration') }
}

export const nextId = (measures: Measure[]): number => Math.max(0, ...measures.map((one) => one.id)) + 1
