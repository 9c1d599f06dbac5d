import type { CoastKind } from '@/api/change'
import { COAST, useCatalog } from '@/app/useCatalog'
import { useWords } from '@/i18n/useWords'

/** How types of coast are called: by level 2 where they have it. */
export function useCoastNames() {
  const catalog = useCatalog()
  const say = useWords()

  function nameOf(kind: CoastKind, none: string): string {
    if (!kind) return none
    const field = (name: string) => catalog.layer(COAST)?.fields.find((f) => f.name === name)
    return kind.type2 ? say(catalog.codeLabel(field('type2'), kind.type2)) : say(catalog.codeLabel(field('type1'), kind.type1))
  }

  return { nameOf }
}
