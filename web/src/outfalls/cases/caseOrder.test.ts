import { expect, it } from 'vitest'
import type { ProblemSite } from '@/api/cases'
import { byUrgency } from './caseOrder'

const site = (number: string, deadline: string | null, overdue = false, stage: ProblemSite['stage'] = 'found'): ProblemSite => ({
  number, deadline, overdue, stage, title: '', state: { zh: '', en: '' }, since: '', source: 'manual', openedOn: '', unit: '', town: '', geometry: null,
})

it('puts what is overdue first and what is written off last', () => {
  const sites = [
    site('2026-0001', null),
    site('2026-0002', '2026-01-01', false, 'closed'),
    site('2026-0003', '2026-09-01'),
    site('2026-0004', '2026-03-01', true),
    site('2026-0005', '2026-02-01', true),
    site('2026-0006', '2026-08-01'),
  ]
  expect(byUrgency(sites).map(({ number }) => number.slice(-1)).join('')).toBe('546312')
})
