import { describe, expect, it } from 'vitest'
import type { Finding } from '@/api/checks'
import { fieldIn } from './fieldIn'

const finding = (code: string, en: string): Finding => ({
  code, severity: 'error', message: { zh: '', en }, layer: null, record: 1, featureId: null, place: null, geometry: null, fix: null,
})

describe('the field of a finding', () => {
  const fields = ['type1', 'length_cd_km']

  it('is the one that its words name', () => {
    expect(fieldIn(finding('value.unreadable', 'The value "viel" of field "length_cd_km" cannot be read as "Declared length".'), fields)).toBe('length_cd_km')
    expect(fieldIn(finding('field.required', 'The required field "Type, level 1" (type1) has no value.'), fields)).toBe('type1')
  })

  it('is none where the feature as a whole is meant', () => {
    expect(fieldIn(finding('line.gap', 'field "type1"'), fields)).toBeNull()
  })
})
