import type { PlainDate } from '../../kernel/dates.ts'
import { readDay } from '../../platform/web/filters.ts'

/** The day to show: what the filter says, or today; `isRead` is false where what was typed is no date. */
export function dayOf(filters: { asAt: string }, today: PlainDate): { day: PlainDate; isRead: boolean } {
  if (filters.asAt === '') return { day: today, isRead: true }
  const day = readDay(filters.asAt)
  return { day: day ?? today, isRead: day !== null }
}
