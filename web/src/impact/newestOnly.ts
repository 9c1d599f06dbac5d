/** How long a question must stand before it is asked, and how long a stream of changes may put that off: milliseconds. */
const CALM_MS = 150
const AT_MOST_MS = 400

export interface Asker<Q> {
  /** Asks soon; an earlier question that still waits or has no answer yet is forgotten. */
  ask(question: Q): void
  /** Forgets what was asked. */
  drop(): void
}

/** Follows a question that keeps changing: few requests, and never the answer to an older question over that to a newer one. */
export function newestOnly<Q, A>(
  fetchAnswer: (question: Q, signal: AbortSignal) => Promise<A>,
  onAnswer: (answer: A, question: Q) => void,
  onFailure: (thrown: unknown) => void,
): Asker<Q> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  let abort = new AbortController()

  function ask(question: Q) {
    const now = Date.now()
    if (timer === undefined) waitingSince = now
    clearTimeout(timer)
    timer = setTimeout(() => void send(question), Math.max(0, Math.min(CALM_MS, waitingSince + AT_MOST_MS - now)))
  }

  async function send(question: Q) {
    timer = undefined
    abort.abort()
    const mine = (abort = new AbortController())
    try {
      const answer = await fetchAnswer(question, mine.signal)
      if (!mine.signal.aborted) onAnswer(answer, question)
    } catch (thrown) {
      if (!mine.signal.aborted) onFailure(thrown)
    }
  }

  function drop() {
    clearTimeout(timer)
    timer = undefined
    abort.abort()
  }

  return { ask, drop }
}
