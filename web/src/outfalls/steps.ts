import type { Entered, EntryBody } from '@/api/outfallLedger'

/** A step as the ledger holds it, or the correction that took its place. */
export interface StepLine {
  number: number
  on: string
  author: string
  /** Word of the step; null where a correction says that there was none. */
  step: string | null
  remark: string
  attachments: string[]
  /** Why it was put in the place of the line before; null for a step that was entered as one. */
  reason: string | null
}

/** All that was ever entered of one step, the newest last: that one counts, those before it were wrong. */
export type StepPlace = StepLine[]

/** The steps in their order, each with what was entered for it before it was put right. Corrections of other entries are not among them. */
export function stepPlaces(entries: Entered<EntryBody>[]): StepPlace[] {
  const places: StepPlace[] = []
  for (const { number, on, author, entry } of entries) {
    if (entry.kind === 'step') places.push([{ number, on, author, ...entry.step, reason: null }])
    if (entry.kind !== 'correction') continue
    const { replaces, reason, step } = entry
    const corrected = places.find((place) => place.at(-1)?.number === replaces)
    corrected?.push({ number, on, author, step: step?.step ?? null, remark: step?.remark ?? '', attachments: step?.attachments ?? [], reason })
  }
  return places
}
