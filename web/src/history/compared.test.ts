import { expect, it } from 'vitest'
import { formatPair, pairOf, parsePair } from './compared'

it('two revisions stand in the address, whichever was named first', () => {
  expect(parsePair('3..5')).toEqual({ from: 3, to: 5 })
  expect(parsePair('5..3')).toEqual({ from: 3, to: 5 })
  expect(formatPair(pairOf(7, 4))).toBe('4..7')
})

it('what is no pair compares nothing', () => {
  for (const word of [null, '', '3', '3..3', 'a..b', '3..5..7']) expect(parsePair(word)).toBeNull()
})
