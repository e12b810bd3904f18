import { type PlainDate, daysBetween } from '../kernel/dates.ts'
import { counted } from '../kernel/words.ts'
import type { Deadline } from './clock.ts'

/** How far off a deadline is on `today`, in words: `in 6 days`, `today`, `3 days late`. */
export function whenDue(deadline: Pick<Deadline, 'due' | 'state' | 'daysLate'>, today: PlainDate): string {
  if (deadline.state === 'overdue') return `${counted(deadline.daysLate, 'day')} late`
  const days = daysBetween(today, deadline.due)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`
}
