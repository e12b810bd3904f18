import { type PlainDate, daysBetween } from '../kernel/dates.ts'
import { counted } from '../kernel/words.ts'
import type { Deadline, DeadlineKind } from './clock.ts'

/** How far off a deadline is on `today`, in words: `in 6 days`, `today`, `3 days late`. */
export function whenDue(deadline: Pick<Deadline, 'due' | 'state' | 'daysLate'>, today: PlainDate): string {
  if (deadline.state === 'overdue') return `${counted(deadline.daysLate, 'day')} late`
  const days = daysBetween(today, deadline.due)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`
}

/** What each kind of deadline is about, for people who choose among them. */
export const deadlineKinds: Readonly<Record<DeadlineKind, string>> = {
  review: 'Reviews',
  review_completion: 'Reviews begun and to be completed',
  short_break: 'Reviews of short breaks',
  secure: 'Secure accommodation',
  iro: 'Naming an IRO',
  care_plan: 'Care plans',
  health: 'Health',
  education: 'Education',
  pathway_plan: 'Pathway plans',
  permanence: 'Permanence',
}
