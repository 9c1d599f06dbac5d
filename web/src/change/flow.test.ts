import { describe, expect, it } from 'vitest'
import { flowOf } from './flow'

const sandy = { type1: 'natural', type2: 'sandy' }
const port = { type1: 'artificial', type2: 'port' }

describe('the flow between two surveys', () => {
  const flow = flowOf([
    { from: sandy, to: sandy, lengthM: 900 },
    { from: sandy, to: port, lengthM: 30 },
    { from: port, to: sandy, lengthM: 20 },
    { from: null, to: port, lengthM: 50 },
  ])

  it('leaves out what stayed, and keeps a type apart from itself in the other survey', () => {
    expect(flow.links.map((link) => [link.source, link.target, link.cell.lengthM])).toEqual([
      ['from:', 'to:artificial/port', 50],
      ['from:natural/sandy', 'to:artificial/port', 30],
      ['from:artificial/port', 'to:natural/sandy', 20],
    ])
  })

  it('sums each side', () => {
    expect(flow.nodes[0]).toEqual({ id: 'to:artificial/port', side: 'to', kind: port, lengthM: 80 })
    expect(flow.nodes).toHaveLength(5)
  })
})
