import type { NewCase } from '@/api/caseEntries'
import { today } from '../today'

/** What a problem site is before anybody said anything of it: found today. */
export const newCase = (): NewCase => ({ title: '', remark: '', found: today(), unit: '', deadline: '' })
