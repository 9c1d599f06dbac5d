import type { Geometry } from 'geojson'
import { readPage } from './features'
import { API, request, withQuery } from './http'
import { object, text, type Reader } from './narrow'
import { openCase, type OpenCase } from './overview'

/** Which problem sites are listed. */
export const CASE_CHOICES = ['open', 'overdue', 'all'] as const
export type CaseChoice = (typeof CASE_CHOICES)[number]

/** A problem site with where it is; what is not known is blank. */
export interface ProblemSite extends OpenCase {
  since: string
  openedOn: string
  unit: string
  town: string
  geometry: Geometry | null
}

export const casesPath = (choice: CaseChoice, more: Record<string, string | null> = {}): string =>
  withQuery(`${API}/cases`, { open: choice === 'open' ? 'true' : null, overdue: choice === 'overdue' ? 'true' : null, ...more })

/** The page to print of one problem site, with its history. */
export const casePath = (number: string, lang: string | null): string => withQuery(`${API}/cases/${encodeURIComponent(number)}`, { format: 'html', lang })

/** For who may see them. */
export async function fetchCases(choice: CaseChoice, signal: AbortSignal): Promise<ProblemSite[]> {
  const { items } = readPage(await request('GET', casesPath(choice, { format: 'geojson' }), undefined, signal))
  return items.map(({ id, geometry, properties }) => {
    const json = object(properties, id)
    return {
      ...openCase(properties, id),
      since: json.or('since', text, ''),
      openedOn: json.or('openedOn', text, ''),
      unit: json.or('unit', text, ''),
      town: json.or('town', named, ''),
      geometry,
    }
  })
}

const named: Reader<string> = (value, path) => object(value, path).or('name', text, '')
