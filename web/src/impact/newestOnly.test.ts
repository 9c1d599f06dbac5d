import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newestOnly } from './newestOnly'

/** A server that answers when it is told to. */
function slowServer() {
  const open = new Map<number, { resolve: (answer: string) => void; reject: (thrown: unknown) => void; signal: AbortSignal }>()
  const told: string[] = []
  const failures: unknown[] = []
  const asker = newestOnly<number, string>(
    (question, signal) => new Promise((resolve, reject) => open.set(question, { resolve, reject, signal })),
    (answer) => told.push(answer),
    (thrown) => failures.push(thrown),
  )
  return { asker, open, told, failures }
}

describe('a question that keeps changing', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is asked once it stands still', async () => {
    const { asker, open } = slowServer()
    for (const question of [1, 2, 3]) asker.ask(question)
    await vi.advanceTimersByTimeAsync(150)
    expect([...open.keys()]).toEqual([3])
  })

  it('is asked now and then while it does not stand still', async () => {
    const { asker, open } = slowServer()
    for (let i = 0; i < 20; i++) {
      asker.ask(i)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(open.size).toBeGreaterThanOrEqual(2)
  })

  it('never takes the answer to an older question', async () => {
    const { asker, open, told, failures } = slowServer()
    asker.ask(1)
    await vi.advanceTimersByTimeAsync(200)
    asker.ask(2)
    await vi.advanceTimersByTimeAsync(200)
    expect(open.get(1)?.signal.aborted).toBe(true)
    open.get(2)?.resolve('new')
    await vi.advanceTimersByTimeAsync(1)
    open.get(1)?.resolve('old')
    await vi.advanceTimersByTimeAsync(1)
    expect(told).toEqual(['new'])
    expect(failures).toEqual([])
  })

  it('tells a failure of the newest question only, and nothing once dropped', async () => {
    const { asker, open, told, failures } = slowServer()
    asker.ask(1)
    await vi.advanceTimersByTimeAsync(200)
    open.get(1)?.reject('down')
    await vi.advanceTimersByTimeAsync(1)
    expect(failures).toEqual(['down'])
    asker.ask(2)
    await vi.advanceTimersByTimeAsync(200)
    asker.ask(3)
    asker.drop()
    open.get(2)?.resolve('late')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told).toEqual([])
    expect(open.has(3)).toBe(false)
  })
})
