import type { Comparison } from '@/api/caseProposals'
import { formatPair, parsePair } from '@/history/compared'

/** Stands in an address for two surveys, where else a layer is named. */
export const SURVEYS = 'surveys'

/** Stands there for readings above their limits. */
export const EXCEEDANCES = 'exceedances'

const DAYS = /^exceedances\.(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})(?:\.([a-z0-9_]+))?$/

/** What an address compares: `surveys.2015..2020`, `red-lines.4..7`, of one survey year `coastline.4..7.2020`, readings `exceedances.2025-01-01..2025-12-31.cod`; null where it names nothing that can be. */
export function parseComparison(word: string | null): Comparison | null {
  const [, first, last, parameter = null] = DAYS.exec(word ?? '') ?? []
  if (first && last) return first <= last ? { kind: 'exceedances', from: first, to: last, parameter } : null
  const [, layer, pairWord = '', yearWord] = /^([a-z][a-z0-9-]*)\.(\d+\.\.\d+)(?:\.(\d{4}))?$/.exec(word ?? '') ?? []
  const pair = parsePair(pairWord)
  if (!layer || !pair) return null
  return layer === SURVEYS ? { kind: 'surveys', ...pair } : { kind: 'revisions', layer, ...pair, year: yearWord ? Number(yearWord) : null }
}

export function formatComparison(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'surveys':
      return `${SURVEYS}.${formatPair(comparison)}`
    case 'revisions':
      return [comparison.layer, formatPair(comparison), ...(comparison.year === null ? [] : [comparison.year])].join('.')
    case 'exceedances':
      return [`${EXCEEDANCES}.${comparison.from}..${comparison.to}`, ...(comparison.parameter === null ? [] : [comparison.parameter])].join('.')
  }
}
