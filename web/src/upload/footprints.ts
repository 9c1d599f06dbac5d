import { shallowRef } from 'vue'
import type { Bbox } from '@/api/narrow'
import type { CrsAlternative, Part } from '@/api/parts'
import type { Footprint } from '@/map/useOverlays'

/** The layer of the file whose possible coordinate systems are open for comparison, and the one of them that is pointed at. */
export const compared = shallowRef<{ part: number; code: string | null } | null>(null)

/** A way to read the coordinates of which it is known where the data would then lie. */
export type Placed = CrsAlternative & { bbox: Bbox }

/** The candidates in the order of their numbers: nearest to home first, as the service gives them. */
export const placedOf = ({ crs }: Part): Placed[] => crs.alternatives.flatMap((one) => (one.bbox ? [{ ...one, bbox: one.bbox }] : []))

/** Where each layer of the file lies; of the one whose candidates are compared, where it would lie under each. */
export function footprintsOf(parts: Part[], open: typeof compared.value): Footprint[] {
  return parts
    .filter((part) => !part.ignored)
    .flatMap((part) => {
      const candidates = open?.part === part.index ? placedOf(part) : []
      if (candidates.length > 0) {
        return candidates.map(({ bbox, code }, index) => ({ bbox, number: String(index + 1), lit: code === open?.code }))
      }
      return part.bbox ? [{ bbox: part.bbox, number: '', lit: false }] : []
    })
}

/** The smallest rectangle around both. */
export function around(a: Bbox, b: Bbox | null): Bbox {
  return b ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : a
}
