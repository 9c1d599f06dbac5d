import { describe, expect, it } from 'vitest'
import { rowFilter } from './rowCoast'

describe('the coast of a row, asked of the server', () => {
  it('is what its segments declare, of one survey', () => {
    expect(rowFilter('town', '350581102', 'survey_year', 2020)).toBe("survey_year = 2020 AND town_code = '350581102'")
    expect(rowFilter('protection', "a'b", 'survey_year', 2020)).toBe("survey_year = 2020 AND protection = 'a''b'")
  })

  it('is the whole survey for the city', () => {
    expect(rowFilter('city', '350581', 'survey_year', 2015)).toBe('survey_year = 2015')
  })
})
