import type { Geometry } from 'geojson'
import type { Effect, ScenarioInput, SiteEffect } from '@/api/scenario'

/** One measure of a scenario that is worked on: an area, what is done in it, and whether it counts now. */
export interface Measure {
  id: number
  name: string
  effect: Effect
  /** Type of the artificial coast that building makes. */
  type2: string
  on: boolean
  area: Geometry
}

/** A scenario as it is worked on; `base` is the kept one that it came from. */
export interface Draft {
  name: string
  base: string | null
  measures: Measure[]
}

export const EMPTY: Draft = { name: '', base: null, measures: [] }
/** What building makes of coast where nobody says more. */
export const USUAL_TYPE2 = 'other'

/** The question that a draft asks; measures that are switched off are left out. */
export function inputOf(draft: Draft, basis: Pick<ScenarioInput, 'year' | 'rules' | 'target'>): ScenarioInput {
  const { footprints, restorations } = laid(draft.measures)
  return {
    ...basis,
    name: draft.name.trim(),
    note: '',
    footprints: footprints.map(({ name, effect, type2, area }) => ({ name, effect: effect === 'reclaim' ? 'reclaim' : 'artificial', type2, geometry: area })),
    restorations: restorations.map(({ name, area }) => ({ name, geometry: area })),
  }
}

/** The measures of a kept scenario. */
export function draftOf(id: string, { name, footprints, restorations }: ScenarioInput): Draft {
  const measures = [...footprints, ...restorations.map((one) => ({ ...one, effect: 'restoration' as const, type2: USUAL_TYPE2 }))]
  return { name, base: id, measures: measures.map(({ geometry, ...one }, index) => ({ ...one, id: index + 1, on: true, area: geometry })) }
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
