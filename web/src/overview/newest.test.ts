import { describe, expect, it } from 'vitest'
import type { Revision } from '@/api/revisions'
import { newestOf } from './newest'

const revision = (id: number) => ({ id }) as Revision

describe('the newest hand-ins', () => {
  it('are those with the highest numbers over all layers', () => {
    expect(newestOf([[revision(9), revision(2)], [revision(7), revision(8)], []], 3).map((r) => r.id)).toEqual([9, 8, 7])
  })
})
