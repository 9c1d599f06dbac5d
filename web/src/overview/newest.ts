import type { Revision } from '@/api/revisions'

/** The newest revisions of several layers, the newest first. */
export const newestOf = (histories: Revision[][], most: number): Revision[] =>
  histories
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, most)
