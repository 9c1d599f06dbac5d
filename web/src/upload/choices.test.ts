import { describe, expect, it } from 'vitest'
import type { Part } from '@/api/uploads'
import { mapField, mergeChoice } from './choices'

describe('choices about a hand-in', () => {
  it('add up per part', () => {
    const first = mergeChoice([], { index: 1, year: 2025 })
    expect(mergeChoice(first, { index: 1, crs: 'EPSG:4528' })).toEqual([{ index: 1, year: 2025, crs: 'EPSG:4528' }])
    expect(mergeChoice(first, { index: 0, ignored: true })).toEqual([{ index: 0, ignored: true }, { index: 1, year: 2025 }])
  })

  it('drop the mapping when the layer or the encoding changes', () => {
    const mapped = mergeChoice([], { index: 0, mapping: { A: 'code' }, year: 2025 })
    expect(mergeChoice(mapped, { index: 0, layer: 'rivers' })).toEqual([{ index: 0, year: 2025, layer: 'rivers' }])
    expect(mergeChoice(mapped, { index: 0, encoding: 'GBK' })[0]).not.toHaveProperty('mapping')
  })
})

describe('the mapping of fields', () => {
  const part = {
    fields: [
      { name: 'A', type: 'text', samples: [], mappedTo: 'code' },
      { name: 'B', type: 'text', samples: [], mappedTo: null },
    ],
  } as unknown as Part

  it('moves a target that another field has', () => {
    expect(mapField(part, 'B', 'code')).toEqual({ A: '', B: 'code' })
  })

  it('unmaps with an empty string', () => {
    expect(mapField(part, 'A', '')).toEqual({ A: '', B: '' })
  })
})
