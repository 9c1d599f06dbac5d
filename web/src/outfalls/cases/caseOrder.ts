import type { ProblemSite } from '@/api/cases'

/** What is overdue first, then what is due soonest, what has no deadline last; what is written off stands behind all that is open. */
export function byUrgency(sites: ProblemSite[]): ProblemSite[] {
  const closed = (site: ProblemSite) => Number(site.stage === 'closed')
  const due = (site: ProblemSite) => site.deadline ?? '9999'
  return [...sites].sort(
    (a, b) => closed(a) - closed(b) || Number(b.overdue) - Number(a.overdue) || due(a).localeCompare(due(b)) || a.number.localeCompare(b.number),
  )
}
