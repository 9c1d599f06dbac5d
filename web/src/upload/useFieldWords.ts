import { useI18n } from 'vue-i18n'
import type { Change } from '@/api/checks'
import type { Field } from '@/api/catalog'
import { useCatalog } from '@/app/useCatalog'
import { formatNumber, NONE } from '@/i18n/formats'
import { useWords } from '@/i18n/useWords'
import { fieldChanges } from './fieldChanges'

export interface FieldRow {
  name: string
  label: string
  before: string
  after: string
}

/** The fields of a change as people read them: labels and words of the catalogue, and what the file carries beyond it by its own names. */
export function useFieldWords() {
  const { t } = useI18n()
  const say = useWords()
  const catalog = useCatalog()

  function rowsOf(change: Change): FieldRow[] {
    const fields = catalog.layer(change.layer)?.fields ?? []
    return fieldChanges(change.fields).map(({ name, before, after }) => {
      const field = fields.find((f) => f.name === name)
      return { name, label: field ? say(field.label) : name, before: valueOf(field, before), after: valueOf(field, after) }
    })
  }

  function valueOf(field: Field | undefined, value: unknown): string {
    if (value === null || value === undefined || value === '') return NONE
    if (typeof value === 'boolean') return value ? t('word.yes') : t('word.no')
    if (field?.codeList) return say(catalog.codeLabel(field, String(value)))
    if (typeof value === 'number' && field?.type !== 'integer') return withUnit(formatNumber(value), field)
    return withUnit(typeof value === 'object' ? JSON.stringify(value) : String(value), field)
  }

  return { rowsOf }
}

const withUnit = (value: string, field: Field | undefined) => (field?.unit ? `${value} ${field.unit}` : value)
