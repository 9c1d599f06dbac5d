import type { Comparison } from '@/api/caseProposals'
import { formatPair, parsePair } from '@/history/compared'

/** Stands in an address for two surveys, where else a layer is named. */
export const SURVEYS = 'surveys'

/** What an address compares: `surveys.2015..2020`, `red-lines.4..7`, of one survey year `coastline.4..7.2020`; null where it names nothing that can be. */
export function parseComparison(word: string | null): Comparison | null {
  const [, layer, pairWord = '', yearWord] = /^([a-z][a-z0-9-]*)\.(\d+\.\.\d+)(?:\.(\d{4}))?$/.exec(word ?? '') ?? []
  const pair = parsePair(pairWord)
  if (!layer || !pair) return null
  return layer === SURVEYS ? { kind: 'surveys', ...pair } : { kind: 'revisions', layer, ...pair, year: yearWord ? Number(yearWord) : null }
}

export const formatComparison = (comparison: Comparison): string =>
  comparison.kind === 'surveys'
    ? `${SURVEYS}.${formatPair(comparison)}`
    : [comparison.layer, formatPair(comparison), ...(comparison.year === null ? [] : [comparison.year])].join('.')
