import { reactive, ref, watch, type Ref } from 'vue'
import { useEntry } from '../useEntry'
import { forgetDraft, keepDraft, keptDraft } from './keptDraft'

/** A form of a ledger as `EntryForm` shows it: closed behind its button until somebody opens it. */
export type EntryForm = ReturnType<typeof useEntryForm>['form']

/**
 * What somebody types to be entered. A refusal loses none of it, nor does a reload of the page; it is gone once the server took it, or when they leave it.
 *
 * @param name tells this form from all others of the page
 * @param send gives it to the server
 * @param done after the server took it
 */
export function useEntryForm<D extends object>(name: string, fresh: () => D, send: (draft: D) => Promise<void>, done: () => void) {
  const { busy, problem, enter } = useEntry()
  const before = keptDraft(name, fresh())
  const draft = ref(before ?? fresh()) as Ref<D>
  const open = ref(before !== null)
  const saved = ref(false)
  watch([draft, open], () => (open.value ? keepDraft(name, draft.value) : forgetDraft(name)), { deep: true })

  /** What it begins with may have changed since the page was drawn. */
  function show() {
    if (!open.value) draft.value = fresh()
    saved.value = false
    open.value = true
  }

  function leave() {
    open.value = false
    problem.value = null
    draft.value = fresh()
  }

  async function save() {
    if (busy.value || !(await enter(() => send(draft.value)))) return
    leave()
    saved.value = true
    done()
  }

  return { draft, form: reactive({ open, busy, problem, saved, show, leave, save }) }
}
