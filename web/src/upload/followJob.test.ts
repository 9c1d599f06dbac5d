import { describe, expect, it } from 'vitest'
import type { Job } from '@/api/jobs'
import { Problem } from '@/api/problem'
import { followJob, type Events, type Line } from './followJob'

const job = (state: Job['state'], done = 0): Job => ({ id: 'j', kind: 'check', state, step: 'reading', done, of: 10, failure: null })

/** A server whose events and answers are given; an event without data is a broken line. */
function lineOf(events: [string, Job | null][] | 'refused', answers: (Job | null | Problem)[] = []) {
  const pauses: number[] = []
  let closed = 0
  const listen = (): Events => {
    const listeners = new Map<string, (event: { data?: unknown }) => void>()
    const told: [string, Job | null][] = events === 'refused' ? [['error', null]] : events
    queueMicrotask(() => told.forEach(([name, data]) => listeners.get(name)?.(data ? { data: JSON.stringify(data) } : {})))
    return { addEventListener: (name, listener) => void listeners.set(name, listener), close: () => closed++ }
  }
  const ask = async () => {
    const next = answers.shift()
    if (next === undefined) throw new Error('asked too often')
    if (next instanceof Problem) throw next
    return next
  }
  const line: Line = { listen, ask, pause: async (ms) => void pauses.push(ms) }
  return { line, pauses, closed: () => closed }
}

async function follow(line: Line, signal = new AbortController().signal) {
  const heard: (number | null)[] = []
  const end = await followJob(line, (j) => heard.push(j ? j.done : null), signal)
  return { end, heard }
}

describe('a job that is followed', () => {
  it('is heard to its end, and the line is hung up', async () => {
    const { line, closed } = lineOf([['progress', job('running', 3)], ['done', job('done', 10)]])
    expect(await follow(line)).toEqual({ end: job('done', 10), heard: [3, 10] })
    expect(closed()).toBe(1)
  })

  it('is asked for where events are refused', async () => {
    const { line } = lineOf('refused', [job('queued'), job('running', 5), job('cancelled', 5)])
    expect(await follow(line)).toEqual({ end: job('cancelled', 5), heard: [0, 5] })
  })

  it('is asked for where events break off or cannot be read', async () => {
    const broken = lineOf([['progress', job('running', 3)], ['error', null]], [job('done', 10)])
    expect((await follow(broken.line)).end).toEqual(job('done', 10))
    const garbled = lineOf([['progress', null]], [job('failed')])
    expect((await follow(garbled.line)).end?.state).toBe('failed')
  })

  it('is asked for again while the service cannot be reached, less and less often', async () => {
    const away = new Problem(0, 'network', null)
    const { line, pauses } = lineOf('refused', [away, away, away, away, away, job('interrupted')])
    expect(await follow(line)).toEqual({ end: job('interrupted'), heard: [null, null, null, null, null] })
    expect(pauses).toEqual([1000, 2000, 4000, 5000, 5000])
  })

  it('is given up when the service refuses', async () => {
    const { line } = lineOf('refused', [new Problem(401, 'sign-in-needed', null)])
    await expect(follow(line)).rejects.toMatchObject({ status: 401 })
  })

  it('is left when nobody looks any more', async () => {
    const abort = new AbortController()
    const { line, closed } = lineOf([])
    const left = follow(line, abort.signal)
    abort.abort()
    expect((await left).end).toBeNull()
    expect(closed()).toBe(1)
  })
})
