import { API } from './http'
import { number, object, oneOf, text, words, type Reader, type Text } from './narrow'

export const JOB_ENDS = ['done', 'failed', 'cancelled', 'interrupted'] as const
export type JobEnd = (typeof JOB_ENDS)[number]
export type JobState = 'queued' | 'running' | JobEnd
export type JobStep = 'reading' | 'checking' | 'writing'

/** A check or a commit on its way, or how the last one ended. */
export interface Job {
  id: string
  kind: 'check' | 'commit'
  state: JobState
  step: JobStep | null
  /** How much of the step: records, or checks of the whole layer. */
  done: number
  /** Null where it is not known in advance. */
  of: number | null
  failure: { code: string; message: Text } | null
}

export const readJob: Reader<Job> = (value, at) => {
  const json = object(value, at)
  return {
    id: json.get('id', text),
    kind: json.get('kind', oneOf('check', 'commit')),
    state: json.get('state', oneOf('queued', 'running', ...JOB_ENDS)),
    step: json.or('step', oneOf('reading', 'checking', 'writing'), null),
    done: json.or('done', number, 0),
    of: json.or('of', number, null),
    failure: json.or('failure', readFailure, null),
  }
}

const readFailure: Reader<{ code: string; message: Text }> = (value, at) => {
  const json = object(value, at)
  return { code: json.get('code', text), message: json.get('message', words) }
}

export const hasEnded = (job: Job): boolean => JOB_ENDS.some((end) => end === job.state)

/** Where the server tells how far the job of an upload has come; the session's cookie goes with it. */
export const jobEvents = (upload: string): EventSource => new EventSource(`${API}/uploads/${encodeURIComponent(upload)}/events`)
