import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Change, Finding } from '@/api/checks'
import { fetchChanges, fetchFindings, type ChangeFilter, type FindingFilter } from '@/api/uploads'
import { pagedList } from './pagedList'
import { useUpload } from './useUpload'

const ALL_FINDINGS: FindingFilter = { severity: null, code: null }
const ALL_CHANGES: ChangeFilter = { kind: null, layer: null }
/** As many as a list of buttons stays quick with; the map shows the same ones. */
const FINDINGS_AT_ONCE = 200
const CHANGES_AT_ONCE = 500

/** What a check found and what a commit would change, to be looked at one by one; list and map show the same. */
export const useReview = defineStore('review', () => {
  const upload = useUpload()
  const id = () => upload.upload?.id ?? ''
  /** Kept findings per code. */
  const codes = shallowRef<Record<string, number>>({})
  /** Kept findings per repair that would mend them. */
  const fixes = shallowRef<Record<string, number>>({})
  const chosen = shallowRef<Finding | null>(null)
  const chosenChange = shallowRef<Change | null>(null)
  /** Pointed at, in the list or on the map. */
  const hovered = shallowRef<Change | null>(null)

  const shown = ref<'findings' | 'changes'>('changes')

  const findings = pagedList(async (filter: FindingFilter, after) => {
    const page = await fetchFindings(id(), filter, { limit: FINDINGS_AT_ONCE, after })
    codes.value = page.codes
    fixes.value = page.fixes
    return { items: page.findings, matching: page.matching, next: page.next }
  }, ALL_FINDINGS)
  const changes = pagedList(async (filter: ChangeFilter, after) => {
    const page = await fetchChanges(id(), filter, { limit: CHANGES_AT_ONCE, after })
    return { items: page.changes, matching: page.matching, next: page.next }
  }, ALL_CHANGES)

  const filterFindings = (filter: Partial<FindingFilter>) => ((chosen.value = null), findings.load({ ...findings.filter.value, ...filter }))
  const filterChanges = (filter: Partial<ChangeFilter>) => (unpoint(), changes.load({ ...changes.filter.value, ...filter }))

  /** A new check, or none any more: what was shown of the one before is gone. */
  watch([() => upload.check, () => upload.done], () => {
    codes.value = fixes.value = {}
    chosen.value = null
    unpoint()
    findings.clear()
    changes.clear()
    if (upload.check && !upload.done) void Promise.all([findings.load(ALL_FINDINGS), changes.load(ALL_CHANGES)])
  }, { immediate: true })

  function unpoint() {
    chosenChange.value = hovered.value = null
  }

  const loading = computed(() => findings.loading.value || changes.loading.value)

  return { shown, codes, fixes, chosen, chosenChange, hovered, findings, changes, loading, filterFindings, filterChanges }
})
