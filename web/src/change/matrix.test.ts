import { describe, expect, it } from 'vitest'
import type { CoastKind, Reach } from '@/api/change'
import { changedOnly, matrixOf, wayOf } from './matrix'

const sandy = { type1: 'natural', type2: 'sandy' }
const port = { type1: 'artificial', type2: 'port' }
const cells = [
  { from: sandy, to: sandy, lengthM: 10 },
  { from: sandy, to: port, lengthM: 3 },
  { from: null, to: port, lengthM: 2 },
]
const reach = (from: CoastKind, to: CoastKind) => ({ from, to }) as Reach

describe('change of coast', () => {
  it('is a table from what was to what is, no coast last', () => {
    const matrix = matrixOf(changedOnly(cells))
    expect(matrix.from).toEqual([sandy, null])
    expect(matrix.to).toEqual([port])
    expect(matrix.lengthM(sandy, port)).toBe(3)
    expect(matrix.lengthM(sandy, sandy)).toBe(0)
  })

  it('is lost where it becomes artificial or goes, gained the other way', () => {
    expect([reach(sandy, port), reach(sandy, null), reach(port, sandy), reach(null, port), reach(port, null)].map(wayOf)).toEqual(['lost', 'lost', 'gained', 'other', 'other'])
  })
})
