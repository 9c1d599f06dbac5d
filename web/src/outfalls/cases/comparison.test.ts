import { describe, expect, it } from 'vitest'
import type { Comparison } from '@/api/caseProposals'
import { formatComparison, parseComparison } from './comparison'

describe('what is compared', () => {
  it.each<Comparison>([
    { kind: 'surveys', from: 2015, to: 2020 },
    { kind: 'revisions', layer: 'red-lines', from: 4, to: 17, year: null },
    { kind: 'revisions', layer: 'coastline', from: 4, to: 7, year: 2020 },
    { kind: 'exceedances', from: '2025-01-01', to: '2025-12-31', parameter: null },
    { kind: 'exceedances', from: '2025-01-01', to: '2025-01-01', parameter: 'nh3n' },
  ])('comes back from the address as it was: %o', (comparison) => {
    expect(parseComparison(formatComparison(comparison))).toEqual(comparison)
  })

  it('is nothing where an address says nothing that can be compared', () => {
    const words = ['', null, 'choose', 'red-lines', 'red-lines.4', 'red-lines.4..4', '../x.1..2', 'exceedances.2025-02-01..2025-01-01', 'exceedances.1..1']
    expect(words.map(parseComparison)).toEqual(words.map(() => null))
  })
})
