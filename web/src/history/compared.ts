/** Two revisions that are compared, the earlier one first. */
export interface Pair {
  from: number
  to: number
}

/** The pair that an address names ("3..5"); null where it names none. */
export function parsePair(word: string | null): Pair | null {
  const [, a, b] = /^(\d{1,12})\.\.(\d{1,12})$/.exec(word ?? '') ?? []
  return a && b && a !== b ? pairOf(Number(a), Number(b)) : null
}

export const formatPair = ({ from, to }: Pair): string => `${from}..${to}`

/** Any two, put in order. */
export const pairOf = (a: number, b: number): Pair => ({ from: Math.min(a, b), to: Math.max(a, b) })
