import { describe, expect, it } from 'vitest'
import type { Field } from '@/api/catalog'
import type { Column } from './columns'
import { columnClause, typedIn, wordOf } from './columnFilters'

const column = (name: string, type: Field['type'] | null, codeList: string | null = null): Column => ({
  name, numeric: false, width: 1,
  field: type && { name, type, label: { zh: name, en: name }, unit: null, required: false, unique: false, codeList },
})

describe('what is typed above the columns of a table', () => {
  it('goes into the address and comes back, whatever is in it', () => {
    const typed = { place: '50%;祥芝:角', length_m: '>=100' }
    expect(wordOf(typed)).toBe('place:50%25%3B祥芝:角;length_m:>=100')
    expect(typedIn(wordOf(typed))).toEqual(typed)
    expect(wordOf({ place: ' ' })).toBeNull()
    expect(typedIn(null)).toEqual({})
    expect(typedIn('nothing;a:%E4')).toEqual({ a: '%E4' })
  })

  it('narrows texts to those that hold the words, and classes to one', () => {
    expect(columnClause(column('place', 'text'), ' 50%_O\'x ')).toBe("lower(place) LIKE '%50\\\\%\\\\_o''x%'")
    expect(columnClause(column('type2', 'text', 'coast-type2'), 'port')).toBe("type2 = 'port'")
    expect(columnClause(column('done', 'boolean'), 'false')).toBe('done = false')
    expect(columnClause(column('place', 'text'), '  ')).toBeNull()
  })

  it.each([
    ['100', 'n = 100'],
    ['>=100', 'n >= 100'],
    ['≤ 2.5', 'n <= 2.5'],
    ['>-3', 'n > -3'],
    ['2..5', 'n >= 2 AND n <= 5'],
    ['2～5', 'n >= 2 AND n <= 5'],
    ['..5', 'n <= 5'],
    ['5..', 'n >= 5'],
  ])('reads %s of a number', (typed, clause) => {
    expect(columnClause(column('n', 'number'), typed)).toBe(clause)
    expect(columnClause(column('n', null), typed)).toBe(clause)
  })

  it.each([
    ['2020', "d >= DATE('2020-01-01') AND d <= DATE('2020-12-31')"],
    ['2020-02', "d >= DATE('2020-02-01') AND d <= DATE('2020-02-29')"],
    ['2020-2-3', "d = DATE('2020-02-03')"],
    ['2020年5月', "d >= DATE('2020-05-01') AND d <= DATE('2020-05-31')"],
    ['>2020', "d > DATE('2020-12-31')"],
    ['<2020-05', "d < DATE('2020-05-01')"],
    ['2019..2020-06', "d >= DATE('2019-01-01') AND d <= DATE('2020-06-30')"],
  ])('reads %s of a day', (typed, clause) => {
    expect(columnClause(column('d', 'date'), typed)).toBe(clause)
  })

  it.each(['viel', '1..x', '..', '>', '1e5', '1..2..3'])('cannot read %s of a number', (typed) => {
    expect(columnClause(column('n', 'number'), typed)).toBeUndefined()
  })

  it.each(['2020-13', '2020-02-30', '20', '>x'])('cannot read %s of a day', (typed) => {
    expect(columnClause(column('d', 'date'), typed)).toBeUndefined()
  })
})
