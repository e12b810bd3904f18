import { type PlainDate, daysBetween } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'

/** How far off a day is by which something must be done: `in 6 days`, `today`, `3 days late`. */
export function dayWords(due: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, due)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} late`
}
