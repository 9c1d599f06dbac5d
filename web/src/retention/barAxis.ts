import type { ChartOption } from './charts'
import { FONT } from '@/styles/theme'

/** Names wider than this break into two lines; giving shorter ones that width too would take it from the bars. */
const NAME_PX = 120
const widthOf = (name: string) => [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 0)
const breaking = (names: string[]) =>
  names.some((name) => widthOf(name) > NAME_PX) ? { width: NAME_PX, lineHeight: 12, overflow: 'break' as const } : {}

/** Height of a chart with a bar for each row, pixels. */
export const barsHeight = (rows: number): number => rows * 24 + 28

/** Lying bars with the rows of the table down the side and kilometres along the foot. */
export const barAxes = (names: string[], description: string): ChartOption => ({
  animation: false,
  aria: { enabled: true, decal: { show: true }, label: { description } },
  textStyle: { fontFamily: FONT, color: '#22282c' },
  grid: { left: 0, right: 12, top: 4, bottom: 0, containLabel: true },
  xAxis: { type: 'value', splitNumber: 4, axisLabel: { fontSize: 11, color: '#56616a' }, splitLine: { lineStyle: { color: '#e8edf0' } } },
  yAxis: {
    type: 'category',
    inverse: true,
    data: names,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { fontSize: 12, ...breaking(names) },
  },
})
