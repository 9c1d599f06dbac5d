import type { Work } from './draft'

/** Unsaved work in the browser's tab, one for each layer and the revision it rests on: a page loaded anew goes on with it. */
const nameOf = (layer: string, base: number | '') => `anlan-edit/${layer}/r${base}`

export function keepWork(work: Work) {
  if (work.drafts.length > 0) sessionStorage.setItem(nameOf(work.layer, work.base), JSON.stringify(work))
  else forgetWork(work)
}

export const forgetWork = ({ layer, base }: Work) => sessionStorage.removeItem(nameOf(layer, base))

/** The newest work on a layer that was not saved. */
export function keptWork(layer: string): Work | null {
  const bases = Object.keys(sessionStorage)
    .filter((name) => name.startsWith(nameOf(layer, '')))
    .map((name) => Number(name.slice(nameOf(layer, '').length)))
  if (bases.length === 0) return null
  // Only this page writes under these names.
  return JSON.parse(sessionStorage.getItem(nameOf(layer, Math.max(...bases))) ?? 'null') as Work | null
}
