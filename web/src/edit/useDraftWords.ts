import { useI18n } from 'vue-i18n'
import { valueIn, type Draft } from './draft'
import { useEdit } from './useEdit'

/** What a feature in hand is called. */
export function useDraftWords() {
  const { t } = useI18n()
  const edit = useEdit()

  function titleOf(draft: Draft): string {
    if (draft.item) return draft.item.id
    const code = edit.codeField && valueIn(draft, edit.codeField.name)
    return code ? String(code) : t('edit.new', { n: draft.key.slice(1) })
  }

  const kindOf = (draft: Draft): string => t(`edit.kind.${draft.removed ? 'removed' : draft.item ? 'changed' : 'new'}`)

  return { titleOf, kindOf }
}
