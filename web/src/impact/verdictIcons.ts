import type { Verdict } from '@/api/impactReport'
import type { IconName } from '@/app/icons'

export const VERDICT_ICONS: Record<Verdict, IconName> = { allowed: 'done', conditional: 'note', restricted: 'warning', prohibited: 'stop' }
