import type { Grouping } from '@/api/retention'

/** Groupings whose rows are regions. */
const BY_PLACE: readonly Grouping[] = ['city', 'town', 'bay']

/** Whether there can be figures by a grouping: those by place need regions. */
export const canGroup = (by: Grouping, regions: boolean) => regions || !BY_PLACE.includes(by)

/** The grouping that is asked for; as long as there are no regions, one that needs none: the ratio of the whole coast is there with the first survey. */
export const groupingFor = (by: Grouping, regions: boolean): Grouping => (canGroup(by, regions) ? by : 'protection')
