import { defineAsyncComponent, type Component } from 'vue'
import OverviewPanel from '@/overview/OverviewPanel.vue'
import type { Task } from './urlState'

/** The panel of each task. Only the first task comes with the page; the others when somebody opens them. */
export const PANELS: Record<Task, Component> = {
  overview: OverviewPanel,
  retention: defineAsyncComponent(() => import('@/retention/RetentionPanel.vue')),
  change: defineAsyncComponent(() => import('@/change/ChangePanel.vue')),
  impact: defineAsyncComponent(() => import('@/impact/ImpactPanel.vue')),
  outfalls: defineAsyncComponent(() => import('@/outfalls/OutfallsPanel.vue')),
  scenario: defineAsyncComponent(() => import('@/scenario/ScenarioPanel.vue')),
  zones: defineAsyncComponent(() => import('@/zones/ZonesPanel.vue')),
  indicators: defineAsyncComponent(() => import('@/indicators/IndicatorsPanel.vue')),
  upload: defineAsyncComponent(() => import('@/upload/UploadPanel.vue')),
  edit: defineAsyncComponent(() => import('@/edit/EditPanel.vue')),
  history: defineAsyncComponent(() => import('@/history/HistoryPanel.vue')),
}
