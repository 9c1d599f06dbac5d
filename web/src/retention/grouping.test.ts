import { describe, expect, it } from 'vitest'
import { canGroup, groupingFor } from './grouping'

describe('grouping the coast', () => {
  it('keeps what somebody asks for where there are regions', () => {
    expect(groupingFor('town', true)).toBe('town')
    expect(groupingFor('space', true)).toBe('space')
  })

  it('needs no regions for the first ratio of a new installation', () => {
    expect(groupingFor('town', false)).toBe('protection')
    expect(groupingFor('city', false)).toBe('protection')
    expect(groupingFor('space', false)).toBe('space')
    expect(['city', 'town', 'bay', 'protection', 'space'].filter((by) => canGroup(by as 'city', false))).toEqual(['protection', 'space'])
  })
})
