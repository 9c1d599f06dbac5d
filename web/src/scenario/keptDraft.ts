import { bool, number, object, oneOf, text } from '@/api/narrow'
import { EFFECTS, readWhere, sent } from '@/api/scenario'
import { EMPTY, type Draft } from './draft'

const KEY = 'anlan-scenario'

/** Keeps unsaved work over a reload of this tab. */
export function keepDraft(draft: Draft) {
  sessionStorage.setItem(KEY, JSON.stringify({ ...draft, measures: draft.measures.map(sent) }))
}

/** The unsaved work of this tab; nothing where there is none, or none that can be read. */
export function keptDraft(): Draft {
  try {
    const json = object(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
    return {
      name: json.get('name', text),
      base: json.or('base', text, null),
      measures: json.list('measures', (value, path) => {
        const one = object(value, path)
        return {
          id: one.get('id', number),
          name: one.get('name', text),
          effect: one.get('effect', oneOf(...EFFECTS)),
          type2: one.get('type2', text),
          on: one.get('on', bool),
          where: readWhere(value, path),
        }
      }),
    }
  } catch {
    return EMPTY
  }
}
