import { expect, it } from 'vitest'
import { readSeries } from '@/api/outfallArchive'
import { above, valuesIn } from './newReading'

const series = readSeries({ units: { flow: 'm3/d', cod: 'mg/L', tp: 'mg/L' }, limits: { cod: 80, tp: 0.5 }, readings: [] })

it('takes what was measured and leaves blanks out, zero not', () => {
  expect(valuesIn({ flow: 0, cod: 81.5, tp: '', tn: undefined, oil: '0.3' })).toEqual({ flow: 0, cod: 81.5, oil: 0.3 })
})

it('tells what is above its limit while it is typed; at the limit is within', () => {
  expect(above(series, { flow: 9_000_000, cod: 80, tp: 0.51 })).toEqual(['tp'])
  expect(above(series, { tp: 2, cod: 120 })).toEqual(['cod', 'tp'])
})
