import { bookedMeetings } from '../domain/bookings.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { seenReview } from './seen.ts'
import { keepingMeeting, keepingReview } from './tables.ts'
import { changeReview } from './changeBookings.ts'

export interface CancelReviewInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
  replaces: string
  reason: string | null
}

/**
 * Cancels a review with every meeting of it still to come. It was then not held, also where it had begun: the child
 * waits for another. Gives what is wrong; null where there is no such review to see.
 */
export type CancelReview = (input: CancelReviewInput) => Promise<readonly BookingProblem[] | null>

export function makeCancelReview(deps: BookingDeps): CancelReview {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const { reason } = input
    if (reason === null) return [{ code: 'reason_missing', of: 'cancelled' }]
    return changeReview(deps, input, seen, {
      what: 'cancelled a review',
      logged: 'cancelled',
      told: 'cancelled',
      decide: (stored) => {
        const cancelled = bookedMeetings(stored).map((meeting) =>
          keepingMeeting({ ...meeting, status: 'CANCELLED', cancelledWhy: reason }),
        )
        return { rows: [keepingReview({ ...stored.row, status: 'CANCELLED' }), ...cancelled] }
      },
    })
  }
}
