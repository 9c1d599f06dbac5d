import type { ReadingSeries } from '@/api/outfallArchive'

/** What somebody types of a sample: parameter → number as typed, blank where it was not measured. */
export type TypedValues = Record<string, string | number | undefined>

/** The values that were typed; a browser's number field gives a number, or a blank text. */
export const valuesIn = (typed: TypedValues): Record<string, number> =>
  Object.fromEntries(Object.entries(typed).flatMap(([parameter, value]) => (value === '' || value === undefined ? [] : [[parameter, Number(value)]])))

/** Parameters whose values are above the limits of the outfall's standard, in the order of the server's units. */
export const above = ({ units, limits }: ReadingSeries, values: Record<string, number>): string[] =>
  Object.keys(units).filter((parameter) => {
    const [value, limit] = [values[parameter], limits[parameter]]
    return value !== undefined && limit !== undefined && value > limit
  })
