import { expect, it } from 'vitest'
import type { Entered, EntryBody } from '@/api/outfallLedger'
import { stepPlaces } from './steps'

const entered = (number: number, entry: EntryBody): Entered<EntryBody> => ({ number, on: `2025-0${number}-01`, author: 'officer', replaced: false, entry })
const step = (word: string) => ({ step: word, remark: '', attachments: [] })

it('keeps what was wrong beside what stands in its place, in the order of the work', () => {
  const places = stepPlaces([
    entered(1, { kind: 'step', step: step('monitored') }),
    entered(2, { kind: 'step', step: step('traced') }),
    entered(3, { kind: 'other' }),
    entered(4, { kind: 'correction', replaces: 1, reason: 'wrong day', step: step('monitored') }),
    entered(5, { kind: 'correction', replaces: 4, reason: 'wrong again', step: step('monitored') }),
    entered(6, { kind: 'correction', replaces: 2, reason: 'never happened', step: null }),
  ])
  expect(places.map((place) => place.map(({ number, step }) => [number, step]))).toEqual([
    [[1, 'monitored'], [4, 'monitored'], [5, 'monitored']],
    [[2, 'traced'], [6, null]],
  ])
  expect(places[1]?.[1]?.reason).toBe('never happened')
})

it('leaves corrections of plans, permits and signs to where those are told', () => {
  expect(stepPlaces([entered(1, { kind: 'other' }), entered(2, { kind: 'correction', replaces: 1, reason: 'typo', step: null })])).toEqual([])
})
