/** What is typed into forms and not sent yet, in the browser's tab: a page loaded anew goes on with it. */
const nameOf = (form: string) => `anlan-entry/${form}`

export const keepDraft = (form: string, draft: object) => sessionStorage.setItem(nameOf(form), JSON.stringify(draft))

export const forgetDraft = (form: string) => sessionStorage.removeItem(nameOf(form))

/** Null where nothing was left. Only this page writes under these names; what a newer form has besides is as in a fresh one. */
export function keptDraft<D extends object>(form: string, fresh: D): D | null {
  const kept = sessionStorage.getItem(nameOf(form))
  return kept === null ? null : { ...fresh, ...(JSON.parse(kept) as Partial<D>) }
}
