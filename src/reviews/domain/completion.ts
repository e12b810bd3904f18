import { bookingSetting } from '../settings.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import type { RegisterReviewFact } from '../registers/reviews.ts'
import type { KnownReview } from './knownReview.ts'

/**
 * Whether a review that was adjourned or ran over a series of meetings was also completed in time: within 20 working
 * days of the first meeting, or the authority’s own limit. True for any other review. CLK-REV-8, CLK-REV-9.
 */
export function isCompletedInTime(
  { heldOn, details }: KnownReview,
  asAt: PlainDate,
  { settings, holidays }: { settings: Settings; holidays: BankHolidays },
): boolean {
  if (!details) return true
  const wasOpened = details.adjourned === true || details.seriesOfMeetings === true || details.status === 'PLANNED'
  if (!wasOpened) return true
  const limit = dueDateIfKnown(
    heldOn,
    { amount: bookingSetting.of(settings).adjournmentWorkingDays, unit: 'working_days' },
    holidays,
  )
  if (limit === null) return true
  const completedOn = completionOf(details)
  if (completedOn === null) return !isAfter(asAt, limit)
  return isAfter(completedOn, asAt) ? !isAfter(asAt, limit) : !isAfter(completedOn, limit)
}

/**
 * When a review was completed: where nothing else is recorded, on the day it was held, unless it is still open or was
 * adjourned, which says that it was not completed then. Null where it was not, as far as is known.
 */
const completionOf = ({ status, heldOn, completedOn, adjourned }: RegisterReviewFact): PlainDate | null =>
  status === 'PLANNED' ? null : (completedOn ?? (adjourned === true ? null : heldOn))

/** Whether a review that was held has not been completed by a day. */
export const isToBeCompleted = ({ details }: KnownReview, asAt: PlainDate): boolean => {
  const completedOn = details && completionOf(details)
  return details !== null && (completedOn === null || isAfter(completedOn, asAt))
}
