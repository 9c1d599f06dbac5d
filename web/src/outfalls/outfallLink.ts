import type { Outfall, OutfallFilter, OutfallGrouping } from '@/api/outfalls'

export const ALL_OUTFALLS: OutfallFilter = {
  state: null,
  kind: null,
  class1: null,
  class2: null,
  town: null,
  bay: null,
  receiving: null,
  exceeding: false,
  overdue: false,
  text: '',
}

const CHOICES = ['state', 'kind', 'class1', 'class2', 'town', 'bay', 'receiving'] as const
type Choice = (typeof CHOICES)[number]
const FLAGS = ['exceeding', 'overdue'] as const
const TEXT = 'text.'

/** A filter as the address has it (`state.planned,exceeding,text.…`); null where nothing is chosen. Words that people type come last. */
export function formatFilter(filter: OutfallFilter): string | null {
  const parts = [
    ...CHOICES.flatMap((name) => (filter[name] === null ? [] : [`${name}.${filter[name]}`])),
    ...FLAGS.filter((name) => filter[name]),
    ...(filter.text === '' ? [] : [TEXT + filter.text]),
  ]
  return parts.join(',') || null
}

export function parseFilter(words: string | null): OutfallFilter {
  const filter = { ...ALL_OUTFALLS }
  let rest = words ?? ''
  while (rest !== '') {
    if (rest.startsWith(TEXT)) return { ...filter, text: rest.slice(TEXT.length) }
    const [part = ''] = rest.split(',', 1)
    rest = rest.slice(part.length + 1)
    const choice = CHOICES.find((name) => part.startsWith(`${name}.`))
    const flag = FLAGS.find((name) => part === name)
    if (choice) filter[choice] = part.slice(choice.length + 1)
    if (flag) filter[flag] = true
  }
  return filter
}

/** What a list of outfalls may be put in order by. */
export const ORDERS = ['state', 'name', 'town', 'exceedances'] as const
export type Order = (typeof ORDERS)[number]

/** An order as the address has it, with a minus for falling; by name where it says nothing that is known. */
export function parseOrder(word: string | null): { by: Order; falling: boolean } {
  const falling = word?.startsWith('-') ?? false
  const by = ORDERS.find((order) => order === (falling ? word?.slice(1) : word))
  return by ? { by, falling } : { by: 'name', falling: false }
}

/** An order in the word of the address, which is the server's too. */
export const wordOf = ({ by, falling }: { by: Order; falling: boolean }): string => `${falling ? '-' : ''}${by}`

/** Outfalls in an order; states follow the work, as `states` lists them. */
export function inOrder(outfalls: Outfall[], { by, falling }: { by: Order; falling: boolean }, states: string[]): Outfall[] {
  const way = falling ? -1 : 1
  const compare: Record<Order, (a: Outfall, b: Outfall) => number> = {
    state: (a, b) => states.indexOf(a.state ?? '') - states.indexOf(b.state ?? ''),
    name: (a, b) => byWords(a.name, b.name),
    town: (a, b) => byWords(a.town, b.town),
    exceedances: (a, b) => Number(a.exceeding) - Number(b.exceeding) || a.exceedances - b.exceedances,
  }
  return [...outfalls].sort((a, b) => way * compare[by](a, b) || byWords(a.code, b.code))
}

const collator = new Intl.Collator('zh')
const byWords = collator.compare

/** The filter that leaves the outfalls of one row of a grouping; null where the list cannot be asked for them. */
export function filterOf(by: OutfallGrouping, code: string): OutfallFilter | null {
  const choice: Choice | undefined = CHOICES.find((name) => name === by)
  return choice && code !== '' ? { ...ALL_OUTFALLS, [choice]: code } : null
}
