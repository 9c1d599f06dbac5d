import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import type { Revision } from '@/api/revisions'
import * as api from '@/api/uploads'
import { useCatalog } from '@/app/useCatalog'
import { useView } from '@/app/useView'
import { useSession } from '@/session/useSession'
import { mergeChoice } from './choices'

/** What the page is doing, so that errors and progress stand beside the step that caused them. */
export type Step = 'send' | 'choose' | 'check' | 'commit'

/** A hand-in on its way: sent, understood, checked, committed. Nothing changes before the last step. */
export const useUpload = defineStore('upload', () => {
  const { view } = useView()
  const catalog = useCatalog()
  const session = useSession()

  const upload = shallowRef<api.Upload | null>(null)
  const choices = shallowRef<api.Choice[]>([])
  const findings = shallowRef<{ total: number; findings: api.Finding[] } | null>(null)
  const chosen = shallowRef<api.Finding | null>(null)
  const done = shallowRef<Revision[] | null>(null)
  const problem = shallowRef<{ step: Step; problem: Problem } | null>(null)
  const busy = ref<Step | null>(null)
  const sent = ref(0)
  const note = ref('')

  const parts = computed(() => upload.value?.parts ?? [])
  const check = computed(() => upload.value?.check ?? null)
  const ready = computed(() => parts.value.some((p) => !p.ignored && p.layer !== null))

  async function attempt(step: Step, work: () => Promise<void>) {
    busy.value = step
    problem.value = null
    try {
      await work()
    } catch (thrown) {
      const seen = asProblem(thrown)
      session.noticeEnd(seen)
      problem.value = { step, problem: seen }
    } finally {
      busy.value = null
    }
  }

  const send = (file: File) =>
    attempt('send', async () => {
      forget()
      sent.value = 0
      upload.value = await api.sendUpload(file, (share) => (sent.value = share))
      view.upload = upload.value.id
    })

  /** A page that was loaded anew finds its hand-in by the address. */
  async function resume() {
    const id = view.upload
    if (!id || upload.value?.id === id) return
    await attempt('send', async () => {
      upload.value = await api.fetchUpload(id)
      if (upload.value.check) findings.value = await api.fetchFindings(id)
    })
    if (problem.value) view.upload = null
  }

  const choose = (choice: api.Choice) =>
    attempt('choose', async () => {
      if (!upload.value) return
      const next = mergeChoice(choices.value, choice)
      upload.value = await api.putChoices(upload.value.id, next)
      choices.value = next
      findings.value = chosen.value = null
    })

  const runCheck = () =>
    attempt('check', async () => {
      if (!upload.value) return
      upload.value = await api.checkUpload(upload.value.id)
      findings.value = await api.fetchFindings(upload.value.id)
      chosen.value = null
    })

  const commit = () =>
    attempt('commit', async () => {
      if (!upload.value) return
      done.value = await api.commitUpload(upload.value.id, note.value.trim())
      view.upload = null
      const year = parts.value.find((p) => !p.ignored && p.year !== null)?.year
      await catalog.load()
      if (year && catalog.surveyYears.includes(year)) view.year = year
    })

  async function drop() {
    const id = upload.value?.id
    const open = done.value === null
    forget()
    if (!id || !open) return
    await attempt('send', () => api.dropUpload(id))
  }

  function forget() {
    upload.value = findings.value = chosen.value = done.value = null
    choices.value = []
    note.value = ''
    view.upload = null
  }

  return {
    upload, parts, check, findings, chosen, done, problem, busy, sent, note, ready,
    send, resume, choose, runCheck, commit, drop,
  }
})
