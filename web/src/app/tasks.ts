import { defineAsyncComponent, type Component } from 'vue'
import RetentionPanel from '@/retention/RetentionPanel.vue'
import type { Task } from './urlState'

/** The panel of each task. Only the first task comes with the page; the others when somebody opens them. */
export const PANELS: Record<Task, Component> = {
  retention: RetentionPanel,
  change: defineAsyncComponent(() => import('@/change/ChangePanel.vue')),
  impact: defineAsyncComponent(() => import('@/impact/ImpactPanel.vue')),
  upload: defineAsyncComponent(() => import('@/upload/UploadPanel.vue')),
  history: defineAsyncComponent(() => import('@/history/HistoryPanel.vue')),
}
