import { describe, expect, it } from 'vitest'
import type { Item } from '@/api/features'
import { bodyOf, draftAt, draftOf, freeCode, isChanged, rebased, withDrafts, without, withValue, type Draft, type Work } from './draft'

const item = (place: string, lon = 118): Item => ({ id: 'A@2020', geometry: { type: 'Point', coordinates: [lon, 24] }, properties: { place, use: null } })
const work: Work = { layer: 'coastline', base: 5, drafts: [] }
const fresh: Draft = { key: '*1', item: null, values: { place: '乙' }, geometry: null, removed: false, overtaken: [] }

describe('a draft', () => {
  it('keeps what differs, and nothing that was typed back', () => {
    const typed = withValue(draftOf(item('甲')), 'place', '乙')
    expect(typed.values).toEqual({ place: '乙' })
    expect(withValue(typed, 'place', '甲').values).toEqual({})
    expect(withValue(typed, 'use', '').values).toEqual({ place: '乙' })
    expect(withValue(typed, 'place', '').values).toEqual({ place: null })
  })

  it('is sent with its changes only', () => {
    const changed = withDrafts(work, [withValue(draftOf(item('甲')), 'place', '乙'), fresh])
    expect(bodyOf(changed, '改名')).toEqual({ base: 5, note: '改名', put: [{ id: 'A@2020', properties: { place: '乙' } }, { properties: { place: '乙' } }], remove: [] })
    expect(draftAt(changed, 2)).toBe(fresh)
    expect(withDrafts(changed, [draftOf(item('甲'))]).drafts).toEqual([fresh])
    expect(isChanged(fresh)).toBe(true)
  })

  it('that goes is removed where the server has it and forgotten where not', () => {
    expect(bodyOf(without(work, draftOf(item('甲')))).remove).toEqual(['A@2020'])
    expect(without(withDrafts(work, [fresh]), fresh).drafts).toEqual([])
  })

  it('keeps what was typed over what somebody else made of the feature', () => {
    const mine = { ...withValue(draftOf(item('甲')), 'place', '乙'), geometry: { type: 'Point' as const, coordinates: [118.5, 24] } }
    expect(rebased(mine, item('丙'))).toMatchObject({ values: { place: '乙' }, overtaken: ['place'] })
    expect(rebased(mine, item('甲', 119))).toMatchObject({ overtaken: ['geometry'] })
    expect(rebased(mine, item('乙'))).toMatchObject({ values: {}, geometry: mine.geometry })
    expect(rebased(mine, null)).toBeNull()
  })
})

describe('a new code', () => {
  it('counts on from the code that was cut', () => {
    expect(freeCode('350581A005', new Set())).toBe('350581A005-2')
    expect(freeCode('350581A005-2', new Set(['350581A005-2']))).toBe('350581A005-3')
  })
})
