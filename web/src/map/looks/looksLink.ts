const OPAQUE = 100

/** Reads `red-lines.60,coastline.40`; what makes no sense is passed over. */
export function parseOpacity(text: string | null): Map<string, number> {
  const found = new Map<string, number>()
  for (const [layer, word] of pairs(text)) {
    const percent = Number(word)
    if (Number.isInteger(percent) && percent >= 0 && percent < OPAQUE) found.set(layer, percent)
  }
  return found
}

/** Null where every layer hides what lies below it. */
export const formatOpacity = (opacity: Map<string, number>): string | null =>
  joined([...opacity].filter(([, percent]) => percent !== OPAQUE).map(([layer, percent]) => `${layer}.${percent}`))

/** Reads `coastline.port,coastline.seawall`. */
export function parseWithout(text: string | null): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [layer, code] of pairs(text)) found.set(layer, (found.get(layer) ?? new Set()).add(code))
  return found
}

/** Null where all classes are shown. */
export const formatWithout = (without: Map<string, ReadonlySet<string>>): string | null =>
  joined([...without].flatMap(([layer, codes]) => [...codes].map((code) => `${layer}.${code}`)))

const joined = (words: string[]) => (words.length === 0 ? null : words.join(','))

function pairs(text: string | null): [string, string][] {
  return (text ?? '').split(',').flatMap((word) => {
    const cut = word.indexOf('.')
    return cut > 0 && cut < word.length - 1 ? [[word.slice(0, cut), word.slice(cut + 1)] as [string, string]] : []
  })
}
