/** How far the line between two surveys may go: over the map that the panels leave free, in pixels from the left. */
export interface Free {
  left: number
  right: number
}

/** Where the line stands, for a place in percent of the free map. */
export const pixelOf = (percent: number, { left, right }: Free): number => left + ((right - left) * percent) / 100

/** The place in percent of the free map, for where the line was dragged to. */
export const percentAt = (pixel: number, { left, right }: Free): number => (right > left ? within(((pixel - left) / (right - left)) * 100) : 50)

/** From 0 to 100, in whole percent. */
export const within = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)))

/** Where a key takes the line; null for keys that do not move it. */
export function movedBy(key: string, percent: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: -2, ArrowDown: -2, ArrowRight: 2, ArrowUp: 2, PageDown: -10, PageUp: 10, Home: -100, End: 100 }
  const step = steps[key]
  return step === undefined ? null : within(percent + step)
}
