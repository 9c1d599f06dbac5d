import { describe, expect, it } from 'vitest'
import type { Comparison } from '@/api/caseProposals'
import { formatComparison, parseComparison } from './comparison'

describe('what is compared', () => {
  it.each<Comparison>([
    { kind: 'surveys', from: 2015, to: 2020 },
    { kind: 'revisions', layer: 'red-lines', from: 4, to: 17, year: null },
    { kind: 'revisions', layer: 'coastline', from: 4, to: 7, year: 2020 },
  ])('comes back from the address as it was: %o', (comparison) => {
    expect(parseComparison(formatComparison(comparison))).toEqual(comparison)
  })

  it('is nothing where an address says nothing that can be compared', () => {
    expect(['', null, 'choose', 'red-lines', 'red-lines.4', 'red-lines.4..4', '../x.1..2'].map(parseComparison)).toEqual(Array(7).fill(null))
  })
})
