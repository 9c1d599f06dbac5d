import { GROUPINGS, type Grouping } from '@/api/retention'
import type { Place } from '@/api/narrow'

export const TASKS = ['overview', 'retention', 'change', 'impact', 'scenario', 'outfalls', 'zones', 'indicators', 'upload', 'edit', 'history'] as const
export type Task = (typeof TASKS)[number]
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words that the address holds for one task, each under its own name there. */
const WORDS = {
  rules: 'rules',
  /** What the ratio is held against. */
  target: 'target',
  /** Row of the grouping that is looked into (a town, a bay, a class), and a segment of it. */
  region: 'region',
  segment: 'segment',
  /** How coast is taken apart in the bars: by type, else in three groups. */
  bars: 'bars',
  /** Where the line between two surveys stands, in percent of the free map; null = one survey only. */
  swipe: 'swipe',
  /** Layer whose history is shown. */
  history: 'of',
  /** Revisions of that layer that are compared: the earlier and the later one, joined by two dots. */
  compared: 'revisions',
  /** Layer that is edited by hand, and the feature of it ("layer/id"). */
  edit: 'edit',
  /** Part of the outfalls that is shown, how they are counted and which are listed, in which order; the one whose archive is open, and what of its water is drawn. */
  outfallPart: 'part',
  outfallsBy: 'grouped',
  outfallFilter: 'outfalls',
  outfallOrder: 'order',
  outfall: 'outfall',
  parameter: 'parameter',
  /** Which problem sites are listed, the one that is open, and what is compared to propose new ones; blank while that is being chosen. */
  caseChoice: 'cases',
  problemSite: 'case',
  proposals: 'proposals',
  /** Hand-in on its way. */
  upload: 'upload',
  /** Shape of a site that is checked; the number of a kept project in its place; what is to be done there. */
  site: 'site',
  project: 'project',
  activity: 'activity',
  /** Kept scenario that is worked on, and those that are compared. */
  scenario: 'scenario',
  compare: 'compare',
  /** Layer of zones that is listed. */
  zones: 'zones',
  /** Indicator that is open, and which states and kinds are listed. */
  indicator: 'indicator',
  state: 'state',
  kind: 'kind',
  /** Projection of the map, how coordinates are written, and what lies under everything. */
  projection: 'proj',
  coordinates: 'coords',
  base: 'base',
  /** Layers that let others show through, in percent, and classes that are left out. */
  opacity: 'opacity',
  without: 'without',
  /** Feature whose details are open. */
  picked: 'picked',
  /** What was measured. */
  measured: 'measured',
  /** Sheet that is to be printed ("A3.portrait.50000"), what stands above the map there and below it. */
  printSheet: 'print',
  printHeading: 'heading',
  printNote: 'note',
  /** Layer whose table is open, how it is sorted and which words its rows hold. */
  table: 'table',
  sort: 'sort',
  filter: 'filter',
  /** What narrows its columns down. */
  columns: 'columns',
} as const
type Word = keyof typeof WORDS
const WORD_NAMES = Object.keys(WORDS) as Word[]

/** Everything that an address says about the page; null = the page's own choice. */
export interface ViewState extends Record<Word, string | null> {
  task: Task
  year: number | null
  /** Survey that the one of the year is compared with. */
  from: number | null
  by: Grouping
  /** Layers switched on. */
  layers: string[] | null
  centre: Place | null
  zoom: number | null
  lang: Language | null
}

export function parseView(search: string): ViewState {
  const query = new URLSearchParams(search)
  const [lon, lat, zoom] = (query.get('at') ?? '').split(',').map(Number)
  const placed = isWithin(lon, -180, 180) && isWithin(lat, -85, 85) && isWithin(zoom, 0, 24)
  const words = Object.fromEntries(WORD_NAMES.map((word) => [word, query.get(WORDS[word])]))
  return {
    ...(words as Record<Word, string | null>),
    task: pick(TASKS, query.get('task')) ?? 'overview',
    year: yearIn(query.get('year')),
    from: yearIn(query.get('from')),
    by: pick(GROUPINGS, query.get('by')) ?? 'town',
    layers: query.has('layers') ? (query.get('layers') ?? '').split(',').filter(Boolean) : null,
    centre: placed ? [lon as number, lat as number] : null,
    zoom: placed ? (zoom as number) : null,
    lang: pick(LANGUAGES, query.get('lang')),
  }
}

export function formatView(view: ViewState): string {
  const query = new URLSearchParams({ task: view.task })
  const put = (name: string, value: string | number | null) => value !== null && query.set(name, String(value))
  put('year', view.year)
  put('from', view.from)
  put('by', view.by)
  put('layers', view.layers?.join(',') ?? null)
  if (view.centre && view.zoom !== null) {
    put('at', `${view.centre[0].toFixed(5)},${view.centre[1].toFixed(5)},${Number(view.zoom.toFixed(2))}`)
  }
  put('lang', view.lang)
  for (const word of WORD_NAMES) put(WORDS[word], view[word])
  // Commas are legal in a query and keep the address readable.
  return `?${query.toString().replaceAll('%2C', ',')}`
}

function pick<T extends string>(words: readonly T[], word: string | null): T | null {
  return words.find((w) => w === word) ?? null
}

function yearIn(word: string | null): number | null {
  const year = Number(word)
  return Number.isInteger(year) && year > 0 ? year : null
}

function isWithin(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && Number.isFinite(value) && value >= low && value <= high
}
