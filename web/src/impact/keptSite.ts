import type { Geometry } from 'geojson'
import { geometry } from '@/api/features'
import { object, text } from '@/api/narrow'

const KEY = 'anlan-site'

/** A site that no address can hold: it has several parts or many places. */
export interface KeptSite {
  shape: Geometry
  /** File that it came in; blank when it was drawn. */
  file: string
}

/** Keeps such a site over a reload of this tab; tells whether there was room for it. */
export function keepSite(site: KeptSite): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(site))
    return true
  } catch {
    forgetSite()
    return false
  }
}

export const forgetSite = () => sessionStorage.removeItem(KEY)

export function keptSite(): KeptSite | null {
  try {
    const json = object(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
    return { shape: json.get('shape', geometry), file: json.get('file', text) }
  } catch {
    return null
  }
}
