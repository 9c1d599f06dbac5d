import type { Indicator, IndicatorValue } from '@/api/indicators'

/** A bar of a small chart: where it ends, in percent of the longest. */
export interface Bar {
  value: IndicatorValue
  percent: number
}

/** The values of an indicator that are numbers as bars from zero, and where its target lies among them; null = the target is no number. */
export function barsOf({ series, target }: Pick<Indicator, 'series' | 'target'>): { bars: Bar[]; targetPercent: number | null } {
  const numbers = series.filter((one) => one.value !== null)
  const most = Math.max(0, ...numbers.map((one) => Math.abs(one.value ?? 0)), Math.abs(target.number ?? 0))
  const share = (value: number) => (most === 0 ? 0 : (Math.abs(value) / most) * 100)
  return { bars: numbers.map((value) => ({ value, percent: share(value.value ?? 0) })), targetPercent: target.number === null ? null : share(target.number) }
}
