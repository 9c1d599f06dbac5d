import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the sheet to print is open. */
export const usePrinting = defineStore('printing', () => ({ open: ref(false) }))
