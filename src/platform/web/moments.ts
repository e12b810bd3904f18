import type { Instant } from '../../kernel/dates.ts'
import { longDate } from '../../kernel/dates.ts'
import { date } from '../../kernel/dates.ts'

/** `22 November 2026 at 10:05`, by the clocks of England. */
export function momentInWords(moment: Instant): string {
  const local = moment.toZonedDateTimeISO('Europe/London')
  const minute = String(local.minute).padStart(2, '0')
  return `${longDate(date(local.toPlainDate().toString()))} at ${local.hour}:${minute}`
}
