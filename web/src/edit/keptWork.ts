import type { Work } from './draft'

/** Unsaved work, and the steps before and after it. */
export interface KeptWork {
  work: Work
  past: Work[]
  future: Work[]
}

/** As many steps as can be undone after the page was loaded anew. */
const MOST_STEPS = 50

/** Unsaved work in the browser's tab, one for each layer and the revision it rests on: a page loaded anew goes on with it. */
const nameOf = (layer: string, base: number | '') => `anlan-edit/${layer}/r${base}`

export function keepWork({ work, past, future }: KeptWork) {
  if (work.drafts.length + past.length + future.length === 0) return forgetWork(work)
  const name = nameOf(work.layer, work.base)
  try {
    sessionStorage.setItem(name, JSON.stringify({ work, past: past.slice(-MOST_STEPS), future: future.slice(-MOST_STEPS) }))
  } catch {
    // There is no room for the steps; the work itself is worth more.
    sessionStorage.setItem(name, JSON.stringify({ work, past: [], future: [] }))
  }
}

export const forgetWork = ({ layer, base }: Work) => sessionStorage.removeItem(nameOf(layer, base))

/** The newest work on a layer that was not saved. */
export function keptWork(layer: string): KeptWork | null {
  const bases = Object.keys(sessionStorage)
    .filter((name) => name.startsWith(nameOf(layer, '')))
    .map((name) => Number(name.slice(nameOf(layer, '').length)))
  if (bases.length === 0) return null
  // Only this page writes under these names.
  return JSON.parse(sessionStorage.getItem(nameOf(layer, Math.max(...bases))) ?? 'null') as KeptWork | null
}
