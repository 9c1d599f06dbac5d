import { describe, expect, it } from 'vitest'
import type { Field, Layer } from '@/api/catalog'
import { rowsFilter } from './rowsFilter'

const field = (name: string, type: Field['type'], codeList: string | null = null): Field => ({
  name, type, label: { zh: name, en: name }, unit: null, required: false, unique: false, codeList,
})
const layer: Layer = {
  id: 'coastline', title: { zh: '', en: '' }, about: { zh: '', en: '' }, geometry: 'line',
  fields: [field('place', 'text'), field('type2', 'text', 'coast-types'), field('length', 'number')],
  nameField: 'place', surveyYearField: 'survey_year', scopeField: null,
  style: { field: 'type2', minZoom: 0, order: 0, visible: true, symbols: [] },
  revision: 1, count: 2, surveyYears: [2020], bbox: null,
}
const nothing = { year: null, words: '', without: new Set<string>(), columns: {} }

describe('the filter of a table', () => {
  it('is nothing where nothing narrows', () => {
    expect(rowsFilter(layer, nothing)).toBeNull()
    expect(rowsFilter(layer, { ...nothing, year: 2010, words: '  ' })).toBeNull()
  })

  it('names the survey, the classes left out and texts that hold the words', () => {
    expect(rowsFilter(layer, { year: 2020, words: ' 祥芝 ', without: new Set(['port', 'dyke']), columns: { length: '>5', type2: '', place: '角', no_such: 'x' } })).toBe(
      "survey_year = 2020 AND (lower(id) LIKE '%祥芝%' OR lower(place) LIKE '%祥芝%') AND (type2 IS NULL OR type2 NOT IN ('port', 'dyke')) AND lower(place) LIKE '%角%' AND length > 5",
    )
  })

  it('takes words as they are, whatever is in them', () => {
    expect(rowsFilter(layer, { ...nothing, words: "50%_O'x\\" })).toContain("lower(place) LIKE '%50\\\\%\\\\_o''x\\\\\\\\%'")
  })
})
