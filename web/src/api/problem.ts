import { listOf, object, text, words, type Reader, type Text } from './narrow'

/** What a request would have to say more to be taken, and what it may say, the likeliest first. */
export interface Question {
  field: string
  choices: { value: string; label: Text }[]
}

/** Something the server refused, or could not be asked; `code` is the stable word, `message` is for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Text | null,
    readonly asks: Question | null = null,
  ) {
    super(code)
  }
}

/** Reads a problem+json body; an answer of any other shape (a proxy's page, nothing at all) still becomes a problem. */
export function problemFrom(status: number, body: unknown): Problem {
  try {
    const json = object(body)
    return new Problem(status, json.get('code', text), json.or('message', words, null), json.or('asks', readQuestion, null))
  } catch {
    return new Problem(status, `http-${status}`, null)
  }
}

const readChoice: Reader<Question['choices'][number]> = (value, path) => {
  const json = object(value, path)
  return { value: json.get('value', text), label: json.get('label', words) }
}

const readQuestion: Reader<Question> = (value, path) => {
  const json = object(value, path)
  return { field: json.get('field', text), choices: json.get('choices', listOf(readChoice)) }
}

/** Any thrown value as a problem, so that every place that shows errors has one shape to show. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  console.error(thrown)
  return new Problem(0, 'unexpected-answer', null)
}
