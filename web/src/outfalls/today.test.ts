import { expect, it } from 'vitest'
import { today } from './today'

it('is the day in Beijing, where it begins eight hours earlier', () => {
  expect(today(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31')
  expect(today(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01')
})
