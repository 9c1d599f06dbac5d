import { get, post, postForFile, withQuery, type MadeFile } from './http'
import { readImpactReport, readImpactRules } from './impactReaders'
import type { ImpactQuestion, ImpactReport, ImpactRules } from './impactReport'

export const fetchImpactRules = async (): Promise<ImpactRules> => readImpactRules(await get('/impact/rules'))

export const fetchImpact = async (question: ImpactQuestion, signal: AbortSignal): Promise<ImpactReport> =>
  readImpactReport(await post('/impact', question, {}, signal))

export const IMPACT_FILES = ['xlsx', 'csv', 'geojson'] as const
export type ImpactFormat = (typeof IMPACT_FILES)[number] | 'html'

/** The report as a page or a file, in a language. */
export const fetchImpactFile = (question: ImpactQuestion, format: ImpactFormat, lang: string | null): Promise<MadeFile> =>
  postForFile(withQuery('/impact', { format, lang }), question)
