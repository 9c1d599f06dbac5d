import type { ChangeCell, CoastKind, Reach } from '@/api/change'

/** Coast of one kind then (a row) that is of another now (a column); null stands for no coast. */
export interface Matrix {
  from: CoastKind[]
  to: CoastKind[]
  lengthM(from: CoastKind, to: CoastKind): number
}

export const keyOf = (kind: CoastKind): string => (kind ? `${kind.type1}/${kind.type2}` : '')

export function matrixOf(cells: ChangeCell[]): Matrix {
  const lengths = new Map<string, number>()
  for (const { from, to, lengthM } of cells) {
    const key = `${keyOf(from)}>${keyOf(to)}`
    lengths.set(key, (lengths.get(key) ?? 0) + lengthM)
  }
  return {
    from: kindsOf(cells.map((c) => c.from)),
    to: kindsOf(cells.map((c) => c.to)),
    lengthM: (from, to) => lengths.get(`${keyOf(from)}>${keyOf(to)}`) ?? 0,
  }
}

/** Kinds that take part in a change, once each, no coast last. */
function kindsOf(kinds: CoastKind[]): CoastKind[] {
  const known = new Map(kinds.map((kind) => [keyOf(kind), kind]))
  return [...known.entries()].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b)).map(([, kind]) => kind)
}

export const changedOnly = (cells: ChangeCell[]): ChangeCell[] => cells.filter((c) => keyOf(c.from) !== keyOf(c.to))

export const WAYS = ['lost', 'gained', 'other'] as const
export type ChangeWay = (typeof WAYS)[number]

/** Whether a reach became artificial or went, stopped being artificial, or changed otherwise; what counts as natural is for the rules to say. */
export function wayOf({ from, to }: Reach): ChangeWay {
  const [built, builtNow] = [from?.type1 === 'artificial', to === null || to.type1 === 'artificial']
  if (from !== null && !built && builtNow) return 'lost'
  return built && !builtNow ? 'gained' : 'other'
}
