import { describe, expect, it } from 'vitest'
import { formatMeasured, parseMeasured } from './measuredLink'

describe('what was measured in the address', () => {
  it('comes back as it was', () => {
    const text = formatMeasured('polygon', [[118.7, 24.7], [118.8, 24.7], [118.8, 24.81234567]])
    expect(text).toBe('polygon,118.7,24.7,118.8,24.7,118.8,24.812346')
    expect(parseMeasured(text)).toEqual({ kind: 'polygon', places: [[118.7, 24.7], [118.8, 24.7], [118.8, 24.812346]] })
  })

  it.each(['', 'line', 'line,1', 'line,1,2,3', 'circle,1,2,3,4', 'line,1,2,,4', 'line,181,2,3,4'])('is nothing in %s', (text) => {
    expect(parseMeasured(text)).toBeNull()
  })
})
