import type { Geometry } from 'geojson'
import { addAttachments } from './attachments'
import { readCase, type CaseFile, type CaseState } from './cases'
import { post } from './http'
import type { ImpactQuestion } from './impactReport'
import { object } from './narrow'

/** What somebody says of a problem site that they open; blanks are left to the server. */
export interface NewCase {
  title: string
  remark: string
  found: string
  unit: string
  deadline: string
}

const site = ({ found, deadline, ...said }: NewCase) => ({ ...said, found: found || null, deadline: deadline || null })
const opened = async (path: string, body: unknown): Promise<CaseFile> => readCase(await post(path, body), '$')

export const openByHand = (said: NewCase, geometry: Geometry): Promise<CaseFile> => opened('/cases', { site: site(said), geometry })
/** From a reading above its limit; one a reading. */
export const openFromReading = (said: NewCase, outfall: string, day: string, parameter: string): Promise<CaseFile> =>
  opened('/cases/exceedance', { site: site(said), outfall, day, parameter })
export const openFromImpact = (said: NewCase, impact: ImpactQuestion): Promise<CaseFile> => opened('/cases/impact', { site: site(said), impact })

/** Opens all chosen places, or none. */
export async function openProposed(path: string, said: NewCase, question: object, places: string[]): Promise<CaseFile[]> {
  return object(await post(path, { site: site(said), ...question, places })).list('cases', readCase)
}

/** What somebody enters in the history: blanks change nothing. */
export interface CaseMove {
  on: string
  remark: string
  title: string
  unit: string
  deadline: string
}

const moved = ({ on, remark, ...changes }: CaseMove) => ({
  on: on || null,
  remark,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value.trim() !== '')),
})

/** One step on, back, or open again, with the photos and documents that show it. `after` is how many entries were seen: whoever was overtaken is told. */
export async function enterCaseStep(number: string, to: CaseState, move: CaseMove, files: File[], after: number): Promise<void> {
  const attachments = await addAttachments('case', number, files)
  await post(`/cases/${encodeURIComponent(number)}/steps`, { to, ...moved(move), attachments, after })
}

/** A remark, or another unit, deadline or title. */
export async function enterCaseNote(number: string, move: CaseMove, files: File[], after: number): Promise<void> {
  const attachments = await addAttachments('case', number, files)
  await post(`/cases/${encodeURIComponent(number)}/notes`, { ...moved(move), attachments, after })
}
