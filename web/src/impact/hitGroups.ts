import type { ImpactHit, ImpactReport, Judgement, LayerHits } from '@/api/impactReport'
import { REGIONS } from '@/app/useCatalog'

/** A hit under the number that it has in the list and on the map; regions are where a site lies, not what it meets, and have none. */
export interface NumberedHit {
  key: string
  number: number | null
  hit: ImpactHit
}

export interface HitGroup {
  met: LayerHits
  hits: NumberedHit[]
}

export const keyOf = (layer: string, id: string) => `${layer}/${id}`

/** Layers that are hit: those that a rule speaks of first, the regions last. */
export function hitGroups(report: ImpactReport): HitGroup[] {
  const spoken = new Set(report.rules.map((rule) => rule.because.layer))
  const rank = (met: LayerHits) => (met.layer === REGIONS ? 2 : spoken.has(met.layer) ? 0 : 1)
  const layers = report.layers.filter((met) => met.hitCount > 0).sort((a, b) => rank(a) - rank(b))
  let last = 0
  return layers.map((met) => ({
    met,
    hits: met.hits.map((hit) => ({ key: keyOf(met.layer, hit.id), number: met.layer === REGIONS ? null : ++last, hit })),
  }))
}

/** The hits that make a rule speak; none where it speaks of what lies near, or of everything. */
export function hitsOfRule(rule: Judgement, groups: HitGroup[]): NumberedHit[] {
  const { layer, features } = rule.because
  const group = groups.find((g) => g.met.layer === layer)
  return group?.hits.filter((h) => features.includes(h.hit.id)) ?? []
}

/** Layers that the site does not lie in, the nearest first. */
export const unmet = (report: ImpactReport): LayerHits[] =>
  report.layers
    .filter((met) => met.hitCount === 0 && (met.touching.length > 0 || met.nearest !== null))
    .sort((a, b) => distance(a) - distance(b))

const distance = (met: LayerHits) => (met.touching.length > 0 ? 0 : (met.nearest?.distanceM ?? Infinity))
