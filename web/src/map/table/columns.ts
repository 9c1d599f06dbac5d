import type { Field, Layer } from '@/api/catalog'

/** A column of a layer's table. */
export interface Column {
  name: string
  /** Null for what the service computes. */
  field: Field | null
  numeric: boolean
  width: number
}

const WIDTHS: Record<Field['type'], number> = { text: 144, integer: 96, number: 96, boolean: 88, date: 104 }
const MEASURE_WIDTH = 112

/** The name first, then the fields as the catalogue has them, then length or area as computed. */
export function columnsOf(layer: Layer): Column[] {
  const fields = [...layer.fields].sort((a, b) => Number(b.name === layer.nameField) - Number(a.name === layer.nameField))
  const measures = layer.geometry === 'line' ? ['length_m'] : layer.geometry === 'polygon' ? ['area_m2'] : []
  return [
    ...fields.map((field) => ({
      name: field.name,
      field,
      numeric: (field.type === 'integer' || field.type === 'number') && field.name !== layer.surveyYearField,
      width: WIDTHS[field.type],
    })),
    ...measures.map((name) => ({ name, field: null, numeric: true, width: MEASURE_WIDTH })),
  ]
}
