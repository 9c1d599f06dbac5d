import { bool, listOf, number, object, text, type Reader } from './narrow'

/** The permit of an outfall; what it does not say is blank, days too. */
export interface Permit {
  number: string
  holder: string
  issuer: string
  from: string
  to: string
  remark: string
}

/** A sign at an outfall; its place may be missing. */
export interface Sign {
  name: string
  lon: number | null
  lat: number | null
  pollutants: string
  unit: string
  phone: string
  remark: string
}

/** A step as somebody entered it, whether it still counts or not. */
export interface StepEntered {
  step: string
  remark: string
  attachments: string[]
}

/** What an entry says, where the page shows it; `other` has its own place in the archive. */
export type EntryBody =
  | { kind: 'step'; step: StepEntered }
  /** `step` is what is true in the place of the entry that was wrong; null = nothing. */
  | { kind: 'correction'; replaces: number; reason: string; step: StepEntered | null }
  | { kind: 'other' }

/** An entry of the ledger: nothing is ever taken out; `replaced` tells that a later one put it right. */
export interface Entered<T> {
  number: number
  on: string
  author: string
  replaced: boolean
  entry: T
}

const stepEntered: Reader<StepEntered> = (value, path) => {
  const json = object(value, path)
  return { step: json.get('step', text), remark: json.or('remark', text, ''), attachments: json.or('attachments', listOf(text), []) }
}

function bodyOf(kind: string): Reader<EntryBody> {
  return (value, path) => {
    if (kind === 'step') return { kind, step: stepEntered(value, path) }
    if (kind !== 'correction') return { kind: 'other' }
    const json = object(value, path)
    return { kind, replaces: json.get('replaces', number), reason: json.or('reason', text, ''), step: json.or('step', stepEntered, null) }
  }
}

const entered =
  <T>(body: (kind: string) => Reader<T>): Reader<Entered<T>> =>
  (value, path) => {
    const json = object(value, path)
    return {
      number: json.get('number', number),
      on: json.get('on', text),
      author: json.or('author', text, ''),
      replaced: json.or('replaced', bool, false),
      entry: json.get('entry', body(json.get('kind', text))),
    }
  }

/** Any entry of the history. */
export const ledgerEntry = entered(bodyOf)

export const permitEntered = entered<Permit>(() => (value, path) => {
  const json = object(value, path)
  const word = (name: string) => json.or(name, text, '')
  return { number: word('number'), holder: word('holder'), issuer: word('issuer'), from: word('from'), to: word('to'), remark: word('remark') }
})

export const signEntered = entered<Sign>(() => (value, path) => {
  const json = object(value, path)
  const word = (name: string) => json.or(name, text, '')
  return {
    name: word('name'),
    lon: json.or('lon', number, null),
    lat: json.or('lat', number, null),
    pollutants: word('pollutants'),
    unit: word('unit'),
    phone: word('phone'),
    remark: word('remark'),
  }
})
