import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Finding } from '@/api/checks'
import { checkEdit, saveEdit, type EditAnswer, type EditBody } from '@/api/edits'
import { fetchFeature } from '@/api/features'
import { asProblem, Problem } from '@/api/problem'
import type { Revision } from '@/api/revisions'
import { useCatalog } from '@/app/useCatalog'
import { newestOnly } from '@/impact/newestOnly'
import { useSession } from '@/session/useSession'
import { bodyOf, draftAt, rebased } from './draft'
import { useEdit } from './useEdit'

/** What the server says of the work while it is done, and keeping it as a revision. */
export const useEditCheck = defineStore('editCheck', () => {
  const edit = useEdit()
  const catalog = useCatalog()
  const session = useSession()
  const answer = shallowRef<EditAnswer | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const checking = ref(false)
  const saving = ref(false)
  const saved = shallowRef<Revision | null>(null)
  /** Features of the work that somebody else removed meanwhile. */
  const gone = shallowRef<string[]>([])
  const finding = shallowRef<Finding | null>(null)

  const asker = newestOnly<{ layer: string; body: EditBody }, EditAnswer>(
    ({ layer, body }, signal) => checkEdit(layer, body, signal),
    (now) => {
      answer.value = now
      problem.value = null
      checking.value = false
    },
    (thrown) => {
      answer.value = null
      failed(asProblem(thrown))
      checking.value = false
    },
  )

  watch([() => edit.work, () => edit.dirty], look, { immediate: true })
  // Who was signed out amid the work and comes back goes on where they were.
  watch(() => session.signedIn, (signedIn) => signedIn && problem.value?.status === 401 && look())

  function look() {
    finding.value = null
    if (!edit.work || !edit.dirty) {
      asker.drop()
      answer.value = null
      problem.value = null
      checking.value = false
      return
    }
    saved.value = null
    checking.value = true
    asker.ask({ layer: edit.work.layer, body: bodyOf(edit.work) })
  }

  function failed(seen: Problem) {
    problem.value = seen
    session.noticeEnd(seen)
  }

  const overtaken = computed(() => problem.value?.code === 'base-moved' || problem.value?.code === 'unknown-feature')
  const maySave = computed(() => edit.dirty && !checking.value && !saving.value && problem.value === null && answer.value?.errors === 0)

  /** What is said of a feature's field; of all else the list tells. */
  const findingsOf = (key: string, field: string) => (answer.value?.findings ?? []).filter((f) => keyOf(f) === key && f.field === field)
  /** The feature that a finding is about, where it is one of the work. */
  const keyOf = (one: Finding) => (edit.work && one.record ? draftAt(edit.work, one.record)?.key : undefined) ?? one.featureId

  async function save(note: string): Promise<boolean> {
    if (!edit.work) return false
    const { work } = edit
    saving.value = true
    try {
      const { revision } = await saveEdit(work.layer, bodyOf(work, note))
      await catalog.load()
      edit.replace({ layer: work.layer, base: revision?.id ?? work.base, drafts: [] })
      saved.value = revision
      gone.value = []
      return true
    } catch (thrown) {
      const seen = asProblem(thrown)
      // The same findings come with the check.
      if (seen.status === 422) look()
      else failed(seen)
      return false
    } finally {
      saving.value = false
    }
  }

  /** Puts the work over the features as they are by now; what was typed and drawn stays. */
  async function rebase() {
    if (!edit.work) return
    saving.value = true
    try {
      await catalog.load()
      const { layer, drafts } = edit.work
      const now = await Promise.all(drafts.map((d) => (d.item ? fetchNow(layer, d.item.id) : null)))
      const over = drafts.map((d, i) => rebased(d, now[i] ?? null))
      gone.value = drafts.flatMap((d, i) => (over[i] === null ? [d.key] : []))
      edit.replace({ layer, base: catalog.layer(layer)?.revision ?? 0, drafts: over.filter((d) => d !== null) })
    } catch (thrown) {
      failed(asProblem(thrown))
    } finally {
      saving.value = false
    }
  }

  return { answer, problem, checking, saving, saved, gone, finding, overtaken, maySave, findingsOf, keyOf, look, save, rebase }
})

/** Null where the feature is gone. */
async function fetchNow(layer: string, id: string) {
  try {
    return await fetchFeature(layer, id)
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 404) return null
    throw thrown
  }
}
