import type { CaseFile } from '@/api/cases'
import type { CoastKind } from '@/api/change'
import { formatArea, formatLength, formatNumber } from '@/i18n/formats'

/** How codes are called that the facts of a source hold. */
export interface Names {
  parameter(code: string): string
  type(kind: CoastKind): string
  layer(id: string): string
  /** A word of the page: what became of an area, the verdict of a check. */
  word(group: 'change' | 'verdict', code: string): string
}

/** A fact that a problem site rests on; `term` is a key of its name. */
export interface Fact {
  term: 'outfall' | 'sampled' | 'value' | 'limit' | 'verdict' | 'day' | 'years' | 'revisions' | 'year' | 'change' | 'types' | 'length' | 'area' | 'rules' | 'tolerance'
  text: string
}

/** What a problem site rests on, in words; facts that are not there are left out. */
export function factsOf({ source, facts }: Pick<CaseFile, 'source' | 'facts'>, names: Names): Fact[] {
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  const figure = (name: string) => (typeof facts[name] === 'number' ? facts[name] : null)
  const span = (from: string, to: string, before = '') =>
    figure(from) === null || figure(to) === null ? '' : `${before}${figure(from)} → ${before}${figure(to)}`
  const measured = (name: string, format: (value: number) => string) => ((figure(name) ?? 0) > 0 ? format(figure(name) ?? 0) : '')
  const types = () => (typeof facts['from'] === 'object' ? `${names.type(facts['from'] as CoastKind)} → ${names.type((facts['to'] ?? null) as CoastKind)}` : '')
  const compared: Fact[] = [
    { term: 'types', text: types() },
    { term: 'length', text: measured('lengthM', formatLength) },
    { term: 'area', text: measured('areaM2', formatArea) },
    { term: 'rules', text: text('rules') },
    { term: 'tolerance', text: measured('toleranceM', formatLength) },
  ]
  const listed: Record<CaseFile['source'], () => Fact[]> = {
    manual: () => [],
    exceedance: () => [
      { term: 'outfall', text: text('outfall') },
      { term: 'sampled', text: text('day') },
      { term: 'value', text: figure('valueMgL') === null ? '' : `${names.parameter(text('parameter'))} ${formatNumber(figure('valueMgL') ?? 0)} mg/L` },
      { term: 'limit', text: figure('limitMgL') === null ? '' : [`${formatNumber(figure('limitMgL') ?? 0)} mg/L`, text('standard')].filter(Boolean).join(' · ') },
    ],
    impact: () => [
      { term: 'verdict', text: text('verdict') && names.word('verdict', text('verdict')) },
      { term: 'day', text: text('day') },
      { term: 'length', text: measured('lengthM', formatLength) },
      { term: 'area', text: measured('areaM2', formatArea) },
    ],
    change: () => [{ term: 'years', text: span('fromYear', 'toYear') }, ...compared],
    revision: () => [
      { term: 'revisions', text: [names.layer(text('layer')), span('fromRevision', 'toRevision', 'r')].filter(Boolean).join(' ') },
      { term: 'year', text: figure('year') === null ? '' : String(figure('year')) },
      { term: 'change', text: text('change') && names.word('change', text('change')) },
      ...compared,
    ],
  }
  return listed[source]().filter((fact) => fact.text !== '')
}
