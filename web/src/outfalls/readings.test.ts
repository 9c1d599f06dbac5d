import { expect, it } from 'vitest'
import { readSeries } from '@/api/outfallArchive'
import { parametersOf, pointsOf } from './readings'

const series = readSeries({
  standard: 'GB 4287-2012',
  units: { flow: 'm3/d', cod: 'mg/L', oil: 'mg/L' },
  limits: { cod: 80 },
  readings: [
    { sampled: '2024-08-18', values: { flow: 1425.1, cod: 136.2 }, exceeding: ['cod'] },
    { sampled: '2024-02-12', values: { cod: 36.5 }, exceeding: [] },
  ],
})

it('knows the parameters that were measured', () => expect(parametersOf(series)).toEqual(['flow', 'cod']))

it('puts the values of one in time, with what is above the limit', () => {
  expect(pointsOf(series, 'cod')).toEqual([
    { sampled: '2024-02-12', value: 36.5, over: false },
    { sampled: '2024-08-18', value: 136.2, over: true },
  ])
  expect(pointsOf(series, 'flow')).toHaveLength(1)
})
