import { describe, expect, it } from 'vitest'
import { formatOpacity, formatWithout, parseOpacity, parseWithout } from './looksLink'

describe('looks of layers in the address', () => {
  it('are opacities in percent', () => {
    const text = 'red-lines.60,coastline.0'
    expect(formatOpacity(parseOpacity(text))).toBe(text)
    expect(formatOpacity(new Map([['coastline', 100]]))).toBeNull()
    expect(parseOpacity('red-lines.160,x,y.-3,.5,z.')).toEqual(new Map())
  })

  it('are classes left out', () => {
    const text = 'coastline.port,coastline.seawall,outfalls.closed'
    expect(formatWithout(parseWithout(text))).toBe(text)
    expect(parseWithout(text).get('coastline')).toEqual(new Set(['port', 'seawall']))
    expect(formatWithout(parseWithout(null))).toBeNull()
  })
})
