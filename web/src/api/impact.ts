import type { Geometry } from 'geojson'
import { geometry } from './features'
import { formOf, get, post, postForFile, withQuery, type MadeFile } from './http'
import { readImpactReport, readImpactRules } from './impactReaders'
import type { ImpactQuestion, ImpactReport, ImpactRules } from './impactReport'
import { number, object, text, words, type Text } from './narrow'

export const fetchImpactRules = async (): Promise<ImpactRules> => readImpactRules(await get('/impact/rules'))

export const fetchImpact = async (question: ImpactQuestion, signal: AbortSignal): Promise<ImpactReport> =>
  readImpactReport(await post('/impact', question, {}, signal))

/** A site as it was found in a file: its shape in degrees, the layer that it is in and how many features that has, and the system that it was read in. */
export interface ShapeInFile {
  shape: Geometry
  layer: string
  features: number
  crs: string | null
  crsReason: Text
}

/** Has the server read a site out of a file; `said` is what its questions were answered. */
export async function fetchShapeInFile(files: File[], said: Record<string, string>, signal: AbortSignal): Promise<ShapeInFile> {
  const json = object(await post('/impact/shape', formOf(files, said), {}, signal))
  return {
    shape: json.get('geometry', geometry),
    layer: json.get('layer', text),
    features: json.get('features', number),
    crs: json.or('crs', text, null),
    crsReason: json.get('crsReason', words),
  }
}

export const IMPACT_FILES = ['xlsx', 'csv', 'geojson'] as const
export type ImpactFormat = (typeof IMPACT_FILES)[number] | 'html'

/** The report as a page or a file, in a language. */
export const fetchImpactFile = (question: ImpactQuestion, format: ImpactFormat, lang: string | null): Promise<MadeFile> =>
  postForFile(withQuery('/impact', { format, lang }), question)
