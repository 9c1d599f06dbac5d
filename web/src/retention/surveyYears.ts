/** A year on the slider: one that was surveyed, or one between surveys. */
export interface YearStop {
  year: number
  surveyed: boolean
  /** Place on the slider, percent from the left. */
  at: number
}

/** Every year from the first survey to the last, and the one that is chosen where it lies beyond them. */
export function yearStops(surveys: number[], chosen: number | null): YearStop[] {
  const known = chosen === null ? surveys : [...surveys, chosen]
  const [first, last] = [Math.min(...known), Math.max(...known)]
  if (known.length === 0 || first === last) return []
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    surveyed: surveys.includes(first + i),
    at: (i / (last - first)) * 100,
  }))
}

/** The survey before (−1) or after (+1) a year; the year itself where there is none. */
export function nextSurvey(surveys: number[], year: number, way: -1 | 1): number {
  const beyond = surveys.filter((survey) => (survey - year) * way > 0).sort((a, b) => (a - b) * way)
  return beyond[0] ?? year
}
