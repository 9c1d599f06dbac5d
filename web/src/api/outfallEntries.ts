import { post } from './http'
import { addAttachments } from './attachments'
import type { Permit, Sign } from './outfallLedger'

const pathOf = (code: string) => `/outfalls/${encodeURIComponent(code)}`
const enter = async (code: string, what: string, body: unknown): Promise<void> => void (await post(`${pathOf(code)}/${what}`, body))
/** A day that nobody gave is not sent: the server says what it takes instead, or that it is missing. */
const day = (word: string) => word || null

export interface NewStep {
  step: string
  on: string
  remark: string
}

/** Enters a step for a day, with the photos and documents that show it. */
export async function enterStep(code: string, { step, on, remark }: NewStep, files: File[]): Promise<void> {
  const attachments = await addAttachments('outfall', code, files)
  await enter(code, 'steps', { step, on: day(on), remark, attachments })
}

/** Puts an entry right: it no longer counts; a step may stand in its place. */
export const correct = (code: string, replaces: number, reason: string, step: (NewStep & { attachments: string[] }) | null): Promise<void> =>
  enter(code, 'corrections', { replaces, reason, step: step && { ...step, on: day(step.on) } })

export interface NewPlan {
  title: string
  unit: string
  deadline: string
  tasks: { what: string; unit: string; deadline: string }[]
}

/** Enters the plan; it takes the place of an older one. */
export const enterPlan = (code: string, plan: NewPlan): Promise<void> =>
  enter(code, 'plan', { ...plan, deadline: day(plan.deadline), tasks: plan.tasks.map((task) => ({ ...task, deadline: day(task.deadline) })) })
/** Enters that a task of the plan was done. */
export const enterDone = (code: string, task: number, on: string): Promise<void> => enter(code, `tasks/${task}/done`, { on })

/** Enters the permit; it takes the place of an older one. */
export const enterPermit = (code: string, permit: Permit): Promise<void> => enter(code, 'permit', { ...permit, from: day(permit.from), to: day(permit.to) })
/** Enters a sign that stands at the outfall. */
export const enterSign = (code: string, sign: Sign): Promise<void> => enter(code, 'signs', sign)

/** Links a source with the outfall, or takes the link back. */
export const linkSource = (code: string, source: string, linked: boolean, remark: string): Promise<void> =>
  enter(code, 'sources', { source, linked, remark })

/** Enters what was measured on a day, in the units of the parameters; values that are there already are put right. */
export const enterReading = (code: string, sampled: string, values: Record<string, number>, remark: string): Promise<void> =>
  enter(code, 'readings', { sampled: day(sampled), values, remark })
