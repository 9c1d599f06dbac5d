/** How far the task panel of a phone is drawn up. */
export const STOPS = ['low', 'half', 'full'] as const
export type Stop = (typeof STOPS)[number]

/** What is left of the panel when only its handle and the heading show. */
const LOW = 84

/** Height of the panel over a map of this height. */
export function heightAt(stop: Stop, room: number): number {
  if (stop === 'low') return Math.min(LOW, room)
  return stop === 'half' ? Math.round(room / 2) : room
}

/** The stop that a panel of this height is nearest to. */
export function nearestStop(height: number, room: number): Stop {
  const distance = (stop: Stop) => Math.abs(heightAt(stop, room) - height)
  return STOPS.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best))
}

/** One stop further up or down; the same at the ends. */
export function stepped(stop: Stop, by: 1 | -1): Stop {
  return STOPS[STOPS.indexOf(stop) + by] ?? stop
}
