/** What can be measured on the map: along a line, or within corners. */
export const MEASURES = ['line', 'polygon'] as const
export type Measure = (typeof MEASURES)[number]
