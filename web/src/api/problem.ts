import { object, text, words, type Text } from './narrow'

/** Something the server refused, or could not be asked; `code` is the stable word, `message` is for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Text | null,
  ) {
    super(code)
  }
}

/** Reads a problem+json body; an answer of any other shape (a proxy's page, nothing at all) still becomes a problem. */
export function problemFrom(status: number, body: unknown): Problem {
  try {
    const json = object(body)
    return new Problem(status, json.get('code', text), json.or('message', words, null))
  } catch {
    return new Problem(status, `http-${status}`, null)
  }
}

/** Any thrown value as a problem, so that every place that shows errors has one shape to show. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  console.error(thrown)
  return new Problem(0, 'unexpected-answer', null)
}
