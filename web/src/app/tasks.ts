import type { Component } from 'vue'
import OverviewPanel from '@/overview/OverviewPanel.vue'
import { laterTask } from './later'
import type { Task } from './urlState'

/** The panel of each task. Only the first task comes with the page; the others when somebody opens them. */
export const PANELS: Record<Task, Component> = {
  overview: OverviewPanel,
  retention: laterTask(() => import('@/retention/RetentionPanel.vue')),
  change: laterTask(() => import('@/change/ChangePanel.vue')),
  impact: laterTask(() => import('@/impact/ImpactPanel.vue')),
  outfalls: laterTask(() => import('@/outfalls/OutfallsPanel.vue')),
  scenario: laterTask(() => import('@/scenario/ScenarioPanel.vue')),
  zones: laterTask(() => import('@/zones/ZonesPanel.vue')),
  indicators: laterTask(() => import('@/indicators/IndicatorsPanel.vue')),
  upload: laterTask(() => import('@/upload/UploadPanel.vue')),
  edit: laterTask(() => import('@/edit/EditPanel.vue')),
  history: laterTask(() => import('@/history/HistoryPanel.vue')),
}
