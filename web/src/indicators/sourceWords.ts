/** A layer at a revision, a rule set in a version, or a method, as sources of computed values name them. */
const NAMED = /^([a-z][a-z0-9-]*)( [rv]\S+)?$/

/** Where a computed value comes from, its layers, rules and methods in words; what has none stays as it stands. */
export function sourceInWords(source: string, wordOf: (id: string) => string | null): string {
  const parts = source.split(', ').map((part) => {
    const [, id = '', state = ''] = NAMED.exec(part) ?? []
    const word = wordOf(id)
    return word === null ? part : word + state
  })
  return parts.join(' · ')
}
