import { describe, expect, it } from 'vitest'
import { PATTERNS, type Catalog, type Layer, type LayerSymbol } from '@/api/catalog'
import { dashOf, olStyles } from './patterns'
import { legendOf, symbolFor } from './symbols'

const words = (zh: string) => ({ zh, en: zh })
const symbol = (over: Partial<LayerSymbol>): LayerSymbol => ({ code: null, stroke: '#112233', width: 3, fill: null, pattern: 'solid', ...over })

function layerWith(symbols: LayerSymbol[], field: string | null = 'type2'): Layer {
  return {
    id: 'coastline', title: words('岸线'), about: words(''), geometry: 'line',
    fields: [{ name: 'type2', type: 'text', label: words('类型'), unit: null, required: false, unique: false, codeList: 'coast-type2' }],
    nameField: null, surveyYearField: null, scopeField: null, style: { field, minZoom: 0, order: 1, visible: true, symbols },
    revision: 1, count: 0, surveyYears: [], bbox: null,
  }
}

describe('the symbol of a feature', () => {
  const sandy = symbol({ code: 'sandy' })
  const rest = symbol({ stroke: '#999999' })

  it('is the one of its code, else the one without a code', () => {
    expect(symbolFor(layerWith([sandy, rest]), { type2: 'sandy' })).toBe(sandy)
    expect(symbolFor(layerWith([sandy, rest]), { type2: 'new-code' })).toBe(rest)
    expect(symbolFor(layerWith([sandy, rest]), {})).toBe(rest)
  })

  it('is never missing', () => {
    expect(symbolFor(layerWith([sandy]), { type2: 'other' }).stroke).toBeTruthy()
  })
})

describe('the legend', () => {
  const catalog: Catalog = {
    layers: [], ruleSets: [], targets: [],
    codeLists: [{ id: 'coast-type2', title: words(''), entries: [{ code: 'sandy', label: words('砂质'), parent: null }] }],
  }

  it('names the codes in the words of their list', () => {
    expect(legendOf(layerWith([symbol({ code: 'sandy' }), symbol({})]), catalog).map((e) => e.label?.zh)).toEqual(['砂质'])
  })

  it('has one entry without words where all look alike', () => {
    expect(legendOf(layerWith([symbol({})], null), catalog)).toMatchObject([{ label: null, shape: 'line' }])
  })
})

describe('patterns', () => {
  it('each give something to draw', () => {
    for (const pattern of PATTERNS) expect(olStyles(symbol({ pattern, fill: '#445566' })).length, pattern).toBeGreaterThan(0)
  })

  it('tell lines of one colour apart', () => {
    const drawn = (['solid', 'dashed', 'dotted', 'ticked', 'dashed-core'] as const).map((pattern) =>
      olStyles(symbol({ pattern })).map((s) => [s.getStroke()?.getWidth(), s.getStroke()?.getLineDash(), s.getStroke()?.getColor()]),
    )
    expect(new Set(drawn.map((d) => JSON.stringify(d))).size).toBe(5)
  })

  it('draw ticks wider than the line they stand on', () => {
    const [line, ticks] = olStyles(symbol({ pattern: 'ticked' }))
    expect(ticks?.getStroke()?.getWidth()).toBeGreaterThan(line?.getStroke()?.getWidth() ?? 99)
  })

  it('have dashes that grow with the line', () => {
    expect(dashOf('dashed', 4)).toEqual([12, 6])
    expect(dashOf('solid', 4)).toBeNull()
  })
})
