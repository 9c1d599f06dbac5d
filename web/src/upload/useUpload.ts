import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { hasEnded, jobEvents, type Job } from '@/api/jobs'
import type { Part } from '@/api/parts'
import { asProblem, Problem } from '@/api/problem'
import { fetchRevisions, type Revision } from '@/api/revisions'
import * as api from '@/api/uploads'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useSession } from '@/session/useSession'
import { followJob } from './followJob'
import { takenBack, type Taken } from './undo'

/** What the page is doing, so that errors and progress stand beside the step that caused them. */
export type Step = 'send' | 'open' | 'choose' | Job['kind']

/** A hand-in on its way: sent, understood, checked, committed. Nothing changes before the last step. */
export const useUpload = defineStore('upload', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()

  const upload = shallowRef<api.Upload | null>(null)
  /** The newest check or commit; null when what was chosen since has made it meaningless. */
  const job = shallowRef<Job | null>(null)
  const cancelling = ref(false)
  /** True while a job is under way and the service cannot be reached. */
  const unheard = ref(false)
  const done = shallowRef<Revision[] | null>(null)
  const problem = shallowRef<{ step: Step; problem: Problem } | null>(null)
  const busy = ref<Step | null>(null)
  const sent = ref(0)
  /** Kept, so that a failed sending can be tried again without choosing again. */
  const files = shallowRef<File[]>([])
  const note = ref('')
  /** The choices made since the hand-in was opened here, to be taken back one by one. */
  const taken = shallowRef<Taken[]>([])

  const parts = computed(() => upload.value?.parts ?? [])
  const check = computed(() => upload.value?.check ?? null)
  const ready = computed(() => parts.value.some((p) => !p.ignored && p.layer !== null))

  /** What is left is forgotten: answers that come afterwards change nothing. */
  let turn = new AbortController()

  async function attempt(step: Step, work: (signal: AbortSignal) => Promise<void>) {
    const { signal } = turn
    busy.value = step
    problem.value = null
    try {
      await work(signal)
    } catch (thrown) {
      if (!signal.aborted) fail(step, asProblem(thrown))
    } finally {
      if (!signal.aborted) busy.value = null
    }
  }

  function fail(step: Step, seen: Problem) {
    session.noticeEnd(seen)
    problem.value = { step, problem: seen }
  }

  function send(chosen: File[]) {
    files.value = chosen
    forget()
    return attempt('send', async (signal) => {
      const received = await api.sendUpload(chosen, (share) => (sent.value = share))
      if (signal.aborted) return
      upload.value = received
      view.upload = received.id
    })
  }

  /** Whoever was signed out amid the sending and comes back sends the same again. */
  async function goOn() {
    const { step, problem: seen } = problem.value ?? {}
    if (step === 'send' && seen?.status === 401) await send(files.value)
    else await resume()
  }

  /** Shows the hand-in that the address names, as far as it has come; a job under way is followed again. */
  async function resume() {
    const id = view.upload
    if ((upload.value?.id ?? null) === id) return
    forget(id)
    if (id === null) return
    await attempt('open', async (signal) => {
      const found = await api.fetchUpload(id)
      if (signal.aborted) return
      if (found.state === 'dropped' || found.state === 'expired') throw new Problem(404, `upload-${found.state}`, null)
      take(found)
      if (found.state === 'committed') done.value = await revisionsOf(found)
    })
    const { kind } = job.value ?? {}
    if (problem.value?.step === 'open') view.upload = null
    else if (job.value && kind && !hasEnded(job.value)) await follow(kind, async () => job.value)
    else if (kind && job.value?.failure && !done.value) fail(kind, failureOf(job.value.failure))
  }

  function take(found: api.Upload) {
    upload.value = found
    job.value = found.job
  }

  const choose = (choice: api.Choice) =>
    attempt('choose', async (signal) => {
      const part = parts.value.find((p) => p.index === choice.index)
      const back = part ? takenBack(part, choice) : null
      if (!(await put([choice], signal))) return
      taken.value = back ? [...taken.value, back] : taken.value
    })

  /** Takes the last choice back. */
  const undo = () =>
    attempt('choose', async (signal) => {
      const last = taken.value.at(-1)
      if (last && (await put([last.back], signal))) taken.value = taken.value.slice(0, -1)
    })

  /** False when the hand-in was left meanwhile. */
  async function put(choices: api.Choice[], signal: AbortSignal): Promise<boolean> {
    if (!upload.value) return false
    const next = await api.putChoices(upload.value.id, choices)
    if (signal.aborted) return false
    upload.value = next
    job.value = null
    return true
  }

  /** Lets a repair be made in these parts, and checks with it. */
  async function allow(where: Part[], repair: string) {
    await attempt('choose', async (signal) => {
      if (!upload.value) return
      const next = where.map((part) => ({ index: part.index, repairs: [...part.repairs, repair] }))
      const changed = await api.putChoices(upload.value.id, next)
      if (!signal.aborted) upload.value = changed
    })
    if (!problem.value) await runCheck()
  }

  const runCheck = () => follow('check', api.startCheck)
  const commit = () => follow('commit', (id) => api.startCommit(id, note.value.trim()))

  /** Begins a job, or joins one, and goes with it to its end. */
  const follow = (kind: Job['kind'], begin: (id: string) => Promise<Job | null>) =>
    attempt(kind, async (signal) => {
      const id = upload.value?.id
      if (id === undefined) return
      cancelling.value = unheard.value = false
      job.value = await begin(id).catch((thrown) => joined(thrown, id))
      const line = { listen: () => jobEvents(id), ask: async () => (await api.fetchUpload(id)).job, pause: sleep }
      const end = await followJob(line, hear, signal)
      const after = signal.aborted ? null : await api.fetchUpload(id)
      if (signal.aborted || !after) return
      take(after)
      unheard.value = false
      if (after.state === 'committed') await finish(after)
      if (end?.failure) throw failureOf(end.failure)
    })

  /** Somebody else has a job on this hand-in: theirs is shown. */
  async function joined(thrown: unknown, id: string): Promise<Job | null> {
    if (thrown instanceof Problem && thrown.code === 'job-running') return (await api.fetchUpload(id)).job
    throw thrown
  }

  function hear(now: Job | null) {
    unheard.value = now === null
    if (now) job.value = now
  }

  async function cancel() {
    if (!upload.value) return
    cancelling.value = true
    try {
      await api.cancelJob(upload.value.id)
    } catch (thrown) {
      cancelling.value = false
      const seen = asProblem(thrown)
      // It has just ended by itself; its end is on the way.
      if (seen.code !== 'no-job') fail(busy.value ?? 'check', seen)
    }
  }

  async function finish(committed: api.Upload) {
    done.value = await revisionsOf(committed)
    const year = committed.parts.find((p) => !p.ignored && p.year !== null)?.year
    await catalog.load()
    if (year && catalog.surveyYears.includes(year)) view.year = year
  }

  /** The revisions that came from this file: a job's end does not name them. */
  async function revisionsOf({ parts: all, sha256 }: api.Upload): Promise<Revision[]> {
    const layers = new Set(all.flatMap((p) => (p.ignored || p.layer === null ? [] : [p.layer])))
    const lists = await Promise.all([...layers].map((layer) => fetchRevisions(layer)))
    return lists.flatMap((list) => list.find((r) => r.sourceSha256 === sha256) ?? [])
  }

  async function drop() {
    const id = upload.value?.id
    if (!id) return
    await attempt('open', () => api.dropUpload(id))
    if (!problem.value) forget()
  }

  /** Leaves the hand-in as it is; a job under way goes on. */
  function forget(next: string | null = null) {
    turn.abort()
    turn = new AbortController()
    upload.value = job.value = done.value = problem.value = busy.value = null
    cancelling.value = unheard.value = false
    sent.value = 0
    note.value = ''
    taken.value = []
    view.upload = next
  }

  return {
    upload, job, cancelling, unheard, files, parts, check, done, problem, busy, sent, note, taken, ready,
    send, goOn, choose, undo, allow, runCheck, commit, cancel, drop, forget,
  }
})

const failureOf = ({ code, message }: NonNullable<Job['failure']>) => new Problem(409, code, message)
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
