import { describe, expect, it } from 'vitest'
import { placeIn } from './typedPlace'

const NEAR: [number, number] = [118.7, 24.7]

describe('a typed place', () => {
  it.each([
    '118.7321, 24.7415',
    '24.7415 N 118.7321 E',
    '118°43′55.56″E 24°44′29.4″N',
    '东经118°43′55.56″ 北纬24°44′29.4″',
    '2738013.919, 371732.036',
    '371732.036 2738013.919',
    'X=2738013.919 Y=40371732.036',
    'X 2738013.919，Y 371732.036',
    '2738528.683 39675237.178',
  ])('may be written as %s', (text) => {
    const place = placeIn(text, NEAR)
    expect(place?.[0]).toBeCloseTo(118.7321, 6)
    expect(place?.[1]).toBeCloseTo(24.7415, 6)
  })

  it.each(['蚶江镇', '350581A001', '118.7', '350581 350582', '', '99999999 2738013', '118.7,24.7\n118.8,24.8'])('is not %s', (text) => {
    expect(placeIn(text, NEAR)).toBeNull()
  })
})
