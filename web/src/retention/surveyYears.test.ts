import { describe, expect, it } from 'vitest'
import { nextSurvey, yearStops } from './surveyYears'

describe('the years of the slider', () => {
  it('are all from the first survey to the last, those without a survey told apart', () => {
    const stops = yearStops([2015, 2020], 2020)
    expect(stops).toHaveLength(6)
    expect(stops.filter((s) => s.surveyed).map((s) => s.year)).toEqual([2015, 2020])
    expect(stops[5]).toEqual({ year: 2020, surveyed: true, at: 100 })
  })

  it('reach to a chosen year beyond the surveys', () => {
    expect(yearStops([2015, 2020], 2022).at(-1)).toEqual({ year: 2022, surveyed: false, at: 100 })
  })

  it('are none where there is nothing to choose', () => {
    expect(yearStops([2020], 2020)).toEqual([])
    expect(yearStops([], null)).toEqual([])
  })

  it('step from survey to survey', () => {
    expect(nextSurvey([2015, 2020, 2025], 2017, 1)).toBe(2020)
    expect(nextSurvey([2015, 2020, 2025], 2025, -1)).toBe(2020)
    expect(nextSurvey([2015, 2020, 2025], 2025, 1)).toBe(2025)
  })
})
