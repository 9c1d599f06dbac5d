import type { Geometry } from 'geojson'
import type { EditBody, EditPut } from '@/api/edits'
import type { Item } from '@/api/features'

/** A feature in somebody's hands: as it was fetched, and only what they changed of it. */
export interface Draft {
  /** Its id; a word of our own for a new one. */
  key: string
  /** Null for a new one. */
  item: Item | null
  values: Record<string, unknown>
  /** Null while the shape is as it was. */
  geometry: Geometry | null
  removed: boolean
  /** Where somebody else changed what was changed here too: fields, and "geometry". */
  overtaken: string[]
}

/** All that was changed and not saved yet, over the revision that was before the editor. */
export interface Work {
  layer: string
  base: number
  drafts: Draft[]
}

/** Stands for the shape among the names of fields. */
export const SHAPE = 'geometry'

export const draftOf = (item: Item): Draft => ({ key: item.id, item, values: {}, geometry: null, removed: false, overtaken: [] })

export const valueIn = (draft: Draft, field: string): unknown =>
  (field in draft.values ? draft.values[field] : draft.item?.properties[field]) ?? null

export const shapeIn = (draft: Draft): Geometry | null => draft.geometry ?? draft.item?.geometry ?? null

export const isChanged = ({ item, values, geometry, removed }: Draft): boolean =>
  item === null || removed || geometry !== null || Object.keys(values).length > 0

/** The draft with a value in a field; one that is as it was counts as not changed. */
export function withValue(draft: Draft, field: string, value: unknown): Draft {
  const { [field]: _, ...others } = draft.values
  const before = draft.item?.properties[field] ?? null
  const now = value === '' ? null : value
  return { ...draft, values: now === before ? others : { ...others, [field]: now } }
}

/** The work with these drafts in it; what is as it was is no work. */
export function withDrafts(work: Work, drafts: Draft[]): Work {
  const keys = new Set(drafts.map((d) => d.key))
  const kept = work.drafts.map((old) => drafts.find((d) => d.key === old.key) ?? old)
  const added = drafts.filter((d) => !work.drafts.some((old) => old.key === d.key))
  return { ...work, drafts: [...kept, ...added].filter((d) => !keys.has(d.key) || isChanged(d)) }
}

/** The work without a feature, or with its removal where the server has it. */
export function without(work: Work, draft: Draft): Work {
  if (draft.item === null) return { ...work, drafts: work.drafts.filter((d) => d.key !== draft.key) }
  return withDrafts(work, [{ ...draftOf(draft.item), removed: true }])
}

/** What is sent of the work: nothing that was not changed. */
export function bodyOf({ base, drafts }: Work, note = ''): EditBody {
  return {
    base,
    ...(note === '' ? {} : { note }),
    put: puts(drafts).map(putOf),
    remove: drafts.flatMap((d) => (d.removed && d.item ? [d.item.id] : [])),
  }
}

const puts = (drafts: Draft[]) => drafts.filter((d) => !d.removed && isChanged(d))

function putOf({ item, values, geometry }: Draft): EditPut {
  return {
    ...(item ? { id: item.id } : {}),
    ...(Object.keys(values).length > 0 ? { properties: values } : {}),
    ...(geometry ? { geometry } : {}),
  }
}

/** The draft that the n-th record of an answer (from 1) is about. */
export const draftAt = ({ drafts }: Work, record: number): Draft | null => puts(drafts)[record - 1] ?? null

/** The draft over the feature as it is by now; null where that is gone. What was typed and drawn stays. */
export function rebased(draft: Draft, now: Item | null): Draft | null {
  if (draft.item === null) return draft
  if (now === null) return null
  const fields = Object.keys(draft.values).filter((f) => (draft.item?.properties[f] ?? null) !== (now.properties[f] ?? null))
  const moved = draft.geometry !== null && JSON.stringify(draft.item.geometry) !== JSON.stringify(now.geometry)
  const over: Draft = { ...draft, item: now, overtaken: [...fields, ...(moved ? [SHAPE] : [])] }
  return Object.entries(draft.values).reduce<Draft>((d, [field, value]) => withValue(d, field, value), over)
}

/** A code that no feature has yet, made of the code of the feature that was cut. */
export function freeCode(code: string, taken: ReadonlySet<string>): string {
  const stem = code.replace(/-\d+$/, '')
  for (let n = 2; ; n++) {
    const proposed = `${stem}-${n}`
    if (!taken.has(proposed)) return proposed
  }
}
