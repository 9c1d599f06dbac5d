import { hasEnded, JOB_ENDS, readJob, type Job } from '@/api/jobs'
import { Problem } from '@/api/problem'

/** The part of an event source that is used here. */
export interface Events {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void
  close(): void
}

/** How the server is heard and asked. */
export interface Line {
  listen: () => Events
  ask: () => Promise<Job | null>
  pause: (ms: number) => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 5000

/**
 * Follows a job to its end: by the server's events, and by asking now and then where these are refused or break. A server that cannot be
 * reached is asked again, for it may come back; `onProgress` hears `null` meanwhile.
 */
export async function followJob(line: Line, onProgress: (job: Job | null) => void, signal: AbortSignal): Promise<Job | null> {
  return (await hear(line, onProgress, signal)) ?? (await keepAsking(line, onProgress, signal))
}

/** The job at its end; null when the events broke off before it. */
function hear(line: Line, onProgress: (job: Job) => void, signal: AbortSignal): Promise<Job | null> {
  return new Promise((resolve) => {
    let events: Events
    try {
      events = line.listen()
    } catch {
      resolve(null)
      return
    }
    const settle = (job: Job | null) => {
      events.close()
      resolve(job)
    }
    const take = (event: { data?: unknown }) => {
      const job = jobIn(event.data)
      if (job === null) return settle(null)
      onProgress(job)
      if (hasEnded(job)) settle(job)
    }
    for (const name of ['progress', ...JOB_ENDS]) events.addEventListener(name, take)
    // The browser would call again by itself; asking tells more, also why it was refused.
    events.addEventListener('error', () => settle(null))
    signal.addEventListener('abort', () => settle(null), { once: true })
  })
}

function jobIn(data: unknown): Job | null {
  try {
    return readJob(JSON.parse(String(data)), '$')
  } catch {
    return null
  }
}

async function keepAsking(line: Line, onProgress: (job: Job | null) => void, signal: AbortSignal): Promise<Job | null> {
  let pause = FIRST_PAUSE_MS
  while (!signal.aborted) {
    try {
      const job = await line.ask()
      if (job === null || hasEnded(job)) return job
      onProgress(job)
      pause = FIRST_PAUSE_MS * 2
    } catch (thrown) {
      if (!isPassing(thrown)) throw thrown
      onProgress(null)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    await line.pause(pause)
  }
  return null
}

/** The network, a proxy, a server that starts again; what the server says by itself is no passing trouble. */
const isPassing = (thrown: unknown) =>
  thrown instanceof Problem && (thrown.code === 'network' || thrown.status === 429 || (thrown.status >= 502 && thrown.status <= 504))
