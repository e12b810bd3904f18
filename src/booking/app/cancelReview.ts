import { bookedMeetings } from '../domain/bookings.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Asked, BookingDeps } from './ports.ts'
import { seenReview } from './seen.ts'
import { changeBookings, demandOpen, keepingMeeting, keepingReview } from './tables.ts'

export interface CancelReviewInput extends Asked {
  child: string
  reviewRef: string
  /** What the form showed of the review: `fingerprintOf`. */
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
    const { reason, reviewRef, by, authority, origin } = input
    if (reason === null) return [{ code: 'reason_missing' }]
    const refused = await changeBookings(deps, input, 'cancelled a review', seen.world, (tables) => {
      const stored = demandOpen(tables.booking(reviewRef), seen.child, (one) => fingerprintOf(one) === input.replaces)
      if ('code' in stored) return { problems: [stored] }
      const cancelled = bookedMeetings(stored).map((meeting) =>
        keepingMeeting({ ...meeting, status: 'CANCELLED', cancelledWhy: reason }),
      )
      return { rows: [keepingReview({ ...stored.row, status: 'CANCELLED' }), ...cancelled] }
    })
    if (refused.length === 0) await deps.told.cancelled({ by, authority, origin, reviewRef })
    return refused
  }
}
