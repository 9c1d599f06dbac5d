import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Layer } from '@/api/catalog'
import type { Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { fetchRows } from '@/api/rows'
import { useWords } from '@/i18n/useWords'
import { saveFile } from '@/impact/madeFiles'
import { useDetails } from '../useDetails'
import { columnsOf } from './columns'
import { csvOf } from './csv'

/** As many rows as a browser holds with ease; whoever wants more takes the layer's own export. */
const MOST = 200_000
const PAGE = 10_000

/** Saves all rows that a table's filter lets through, in its order, with the labels and words of the catalogue. */
export function useExport() {
  const { t } = useI18n()
  const say = useWords()
  const { fieldValue } = useDetails()
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function save(layer: Layer, first: string) {
    busy.value = true
    problem.value = null
    try {
      const rows = await all(first.replace(/\blimit=\d+/, `limit=${PAGE}`))
      const columns = columnsOf(layer)
      const head = [t('map.table.id'), ...columns.map((c) => (c.field ? say(c.field.label) : t(`map.table.${c.name}`)))]
      const lines = rows.map((row) => [
        row.id,
        ...columns.map(({ name, field }) => {
          const value = row.properties[name]
          if (typeof value === 'number') return value
          return value === null || value === undefined ? '' : field ? fieldValue(field, value) : String(value)
        }),
      ])
      saveFile({ name: `${layer.id}.csv`, content: new Blob([csvOf([head, ...lines])], { type: 'text/csv;charset=utf-8' }) })
    } catch (thrown) {
      problem.value = asProblem(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, save }
}

async function all(first: string): Promise<Item[]> {
  const rows: Item[] = []
  let path: string | null = first
  while (path !== null && rows.length < MOST) {
    const page = await fetchRows(path, new AbortController().signal)
    rows.push(...page.rows)
    path = page.next
  }
  return rows
}
