import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a table as CSV', () => {
  it('quotes what needs it and makes no formulas', () => {
    expect(csvOf([['名称', 'a,b', 'say "x"'], ['=1+1', '-2', -2]])).toBe('\ufeff名称,"a,b","say ""x"""\r\n\'=1+1,\'-2,-2\r\n')
  })
})
