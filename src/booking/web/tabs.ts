import { reviewsPath } from './words.ts'

const tabs = [
  { id: 'to-book', text: 'To book', parts: [] },
  { id: 'booked', text: 'Booked', parts: ['booked'] },
  { id: 'calendar', text: 'Calendar', parts: ['calendar'] },
  { id: 'rearranged', text: 'Rearranged', parts: ['rearranged'] },
  { id: 'late', text: 'Late', parts: ['late'] },
] as const

export type TabId = (typeof tabs)[number]['id']

/** The ways from one page of reviews to the others. */
export const reviewTabs = (code: string, current: TabId) =>
  tabs.map(({ id, text, parts }) => ({ text, href: reviewsPath(code, ...parts), isCurrent: id === current }))
