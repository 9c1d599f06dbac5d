import { API, request, withQuery } from './http'
import { number, object, recordOf, text, words, type Text } from './narrow'
import { readFigures, readRules, type Figures, type FigureFormat } from './retention'

/** How much the ratio of the whole mainland coast depends on the rules and on the scale of the survey. */
export interface Sensitivity {
  surveyYear: number
  lengthMethod: string
  revisions: Record<string, number>
  ruleSets: (Figures & { id: string; version: string; title: Text })[]
  /** The coast as surveyed (0 m), then simplified by these tolerances. */
  scales: (Figures & { toleranceM: number; vertices: number })[]
}

/** Tolerances of simplification that are asked for, metres. */
const TOLERANCES_M = '10,50,100'

export const sensitivityPath = (year: number, rules: string, format: FigureFormat | null = null, lang: string | null = null): string =>
  withQuery(`${API}/coast/sensitivity`, { year, rules, simplify: TOLERANCES_M, format, lang }).replaceAll('%2C', ',')

export async function fetchSensitivity(year: number, rules: string, signal: AbortSignal): Promise<Sensitivity> {
  return readSensitivity(await request('GET', sensitivityPath(year, rules), undefined, signal))
}

export function readSensitivity(value: unknown): Sensitivity {
  const json = object(value)
  return {
    surveyYear: json.get('surveyYear', number),
    lengthMethod: json.get('lengthMethod', text),
    revisions: json.or('revisions', recordOf(number), {}),
    ruleSets: json.list('ruleSets', (row, path) => {
      const r = object(row, path)
      return { ...readFigures(row, path), ...r.get('rules', readRules), title: r.get('title', words) }
    }),
    scales: json.list('scales', (row, path) => {
      const r = object(row, path)
      return { ...readFigures(row, path), toleranceM: r.get('toleranceM', number), vertices: r.get('vertices', number) }
    }),
  }
}
