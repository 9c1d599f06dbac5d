import type { ReadingSeries } from '@/api/outfallArchive'

/** One value of a parameter, and whether it is above its limit. */
export interface ReadingPoint {
  sampled: string
  value: number
  over: boolean
}

/** Parameters with any value, in the order of the server's units. */
export const parametersOf = ({ units, readings }: ReadingSeries): string[] =>
  Object.keys(units).filter((parameter) => readings.some((reading) => reading.values[parameter] !== undefined))

/** The values of a parameter, the oldest first; samples without it are left out. */
export const pointsOf = ({ readings }: ReadingSeries, parameter: string): ReadingPoint[] =>
  readings
    .flatMap(({ sampled, values, exceeding }) => {
      const value = values[parameter]
      return value === undefined ? [] : [{ sampled, value, over: exceeding.includes(parameter) }]
    })
    .sort((a, b) => a.sampled.localeCompare(b.sampled))
