import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useView } from '@/app/useView'
import { sheetIn, USUAL_SHEET, wordOfSheet, type Sheet } from './sheet'

/** The sheet to print, and whether it is open; the address holds it. */
export const usePrinting = defineStore('printing', () => {
  const { view } = useView()
  const sheet = computed(() => (view.printSheet === null ? USUAL_SHEET : sheetIn(view.printSheet)))
  const open = computed({
    get: () => view.printSheet !== null,
    set: (wanted) => Object.assign(view, { printSheet: wanted ? wordOfSheet(USUAL_SHEET) : null, printHeading: null, printNote: null }),
  })
  const choose = (part: Partial<Sheet>) => (view.printSheet = wordOfSheet({ ...sheet.value, ...part }))
  return { open, sheet, choose }
})
