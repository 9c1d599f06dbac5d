import { readCoordinates, writeCoordinates } from '@/impact/coordinates'
import { kindOf, ringsOf, shapeOf, type SiteKind, type SiteShape } from '@/impact/siteShape'

/** A place as somebody types it or draws it: its corners one a line, as typed, and what they make. */
export interface PlaceDraft {
  kind: SiteKind
  text: string
}

export const NOWHERE: PlaceDraft = { kind: 'point', text: '' }

/** The shape that is meant; null while it is not whole. */
export function shapeIn({ kind, text }: PlaceDraft): SiteShape | null {
  const { places, faults } = readCoordinates(text)
  return faults.length === 0 ? shapeOf(kind, [places]) : null
}

/** A drawn shape as somebody could have typed it; of an area its outer ring. */
export const typed = (shape: SiteShape): PlaceDraft => ({ kind: kindOf(shape), text: writeCoordinates(ringsOf(shape)[0] ?? []) })
