import { expect, it } from 'vitest'
import { heightAt, nearestStop, stepped } from './sheetStops'

it('the panel of a phone rests at its heading, at half and at the whole height', () => {
  expect([heightAt('low', 700), heightAt('half', 700), heightAt('full', 700)]).toEqual([84, 350, 700])
  expect(heightAt('low', 60)).toBe(60)
})

it('let go, it goes to the nearest of them', () => {
  expect(nearestStop(100, 700)).toBe('low')
  expect(nearestStop(400, 700)).toBe('half')
  expect(nearestStop(650, 700)).toBe('full')
})

it('a step leads from one to the next, and no further', () => {
  expect(stepped('low', 1)).toBe('half')
  expect(stepped('full', 1)).toBe('full')
  expect(stepped('low', -1)).toBe('low')
})
