import { describe, expect, it } from 'vitest'
import type { CheckPart } from '@/api/checks'
import type { Part } from '@/api/parts'
import { chooseCode, mapField, toggled, wordsOf } from './choices'

const part = {
  fields: [{ name: 'A', mappedTo: 'code' }, { name: 'B', mappedTo: null }],
  codes: { HXLX: { 沙滩: 'sandy' } },
  unmatched: [{ field: 'HXLX', word: '石头', count: 2, suggestion: 'bedrock' }],
} as unknown as Part

describe('the mapping of fields', () => {
  it('moves a target that another field has', () => {
    expect(mapField(part, 'B', 'code')).toEqual({ A: '', B: 'code' })
  })

  it('unmaps with an empty string', () => {
    expect(mapField(part, 'A', '')).toEqual({ A: '', B: '' })
  })
})

describe('words that no code list knows', () => {
  it('get a code beside those that have one, and lose it again', () => {
    expect(chooseCode(part, 'HXLX', '石头', 'bedrock')).toEqual({ HXLX: { 沙滩: 'sandy', 石头: 'bedrock' } })
    expect(chooseCode(part, 'KJ', '港口', '')).toEqual({ HXLX: { 沙滩: 'sandy' }, KJ: { 港口: '' } })
    expect(chooseCode(part, 'HXLX', '沙滩', null)).toEqual({ HXLX: {} })
  })

  it('are listed open ones first, and told ones stay to be changed', () => {
    expect(wordsOf(part, undefined).map((w) => [w.word, w.code])).toEqual([['石头', null], ['沙滩', 'sandy']])
  })

  it('are those of the check once it has seen all records', () => {
    const checked = { unmatched: [{ field: 'HXLX', word: '石头', count: 40, suggestion: null }] } as unknown as CheckPart
    expect(wordsOf(part, checked)[0]?.count).toBe(40)
  })
})

describe('repairs', () => {
  it('are switched one by one', () => {
    expect(toggled(['snap'], 'make-valid')).toEqual(['snap', 'make-valid'])
    expect(toggled(['snap', 'make-valid'], 'snap')).toEqual(['make-valid'])
  })
})
