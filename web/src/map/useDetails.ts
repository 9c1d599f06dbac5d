import { useI18n } from 'vue-i18n'
import type { Field } from '@/api/catalog'
import { useCatalog } from '@/app/useCatalog'
import { formatArea, formatLength, formatNumber } from '@/i18n/formats'
import { useWords } from '@/i18n/useWords'
import type { Hit } from './useSelection'

export interface DetailRow {
  name: string
  label: string
  value: string
}

/** A feature as people read it: labels and words of the catalogue, units behind numbers, nothing for what is not there. */
export function useDetails() {
  const { t } = useI18n()
  const say = useWords()
  const catalog = useCatalog()

  function titleOf({ layer, id, properties }: Hit): string {
    const name = layer.nameField ? properties[layer.nameField] : null
    return name ? String(name) : id
  }

  function rowsOf({ layer, properties }: Hit): DetailRow[] {
    const stated = layer.fields.flatMap((field) => {
      const value = properties[field.name]
      if (value === null || value === undefined || value === '') return []
      return [{ name: field.name, label: say(field.label), value: fieldValue(field, value) }]
    })
    return [...measures(properties), ...stated]
  }

  function measures(properties: Record<string, unknown>): DetailRow[] {
    const { length_m: length, area_m2: area } = properties
    const rows: DetailRow[] = []
    if (isPositive(length)) rows.push({ name: 'length_m', label: t('details.length'), value: formatLength(length) })
    if (isPositive(area)) rows.push({ name: 'area_m2', label: t('details.area'), value: formatArea(area) })
    return rows
  }

  /** The value of a field in words. */
  function fieldValue(field: Field, value: unknown): string {
    if (field.type === 'boolean') return value ? t('word.yes') : t('word.no')
    if (field.codeList) return say(catalog.codeLabel(field, String(value)))
    // A year is a name, not an amount: no thousands separator.
    if (field.type === 'number' && typeof value === 'number') return withUnit(formatNumber(value), field.unit)
    return withUnit(String(value), field.unit)
  }

  return { titleOf, rowsOf, fieldValue, layerTitleOf: (hit: Hit) => say(hit.layer.title) }
}

const withUnit = (value: string, unit: string | null) => (unit ? `${value} ${unit}` : value)
const isPositive = (value: unknown): value is number => typeof value === 'number' && value > 0
