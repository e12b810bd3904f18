import { isOnOrBefore } from '../../kernel/dates.ts'
import { bookedMeetings, nextNumber } from '../domain/bookings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { whyNotFree } from '../domain/diary.ts'
import { completionLimit } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { type MeetingEntry, isPast, judgeEntry, lateProblems } from './entry.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Asked, BookingDeps } from './ports.ts'
import { seenReview } from './seen.ts'
import { changeBookings, demandOpen, keepingMeeting, keepingReview } from './tables.ts'

export interface AddMeetingInput extends Asked {
  child: string
  reviewRef: string
  /** What the form showed of the review: `fingerprintOf`. */
  replaces: string
  entry: MeetingEntry
  /** Obligatory where the series would end after the days in which a review must be completed. */
  lateReason: string | null
}

/**
 * Books a further meeting of a review that is a series of them. The series is one review, late where it is completed
 * more than the authority's working days after its first meeting. CLK-REV-9. Gives what is wrong; null where there is no
 * such review to see.
 */
export type AddMeeting = (input: AddMeetingInput) => Promise<readonly BookingProblem[] | null>

export function makeAddMeeting(deps: BookingDeps): AddMeeting {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const { world, child, booking } = seen
    const first = booking.review.heldOn ?? bookedMeetings(booking)[0]?.on ?? null
    if (first === null) return [{ code: 'nothing_booked' }]
    const { entry, lateReason } = input
    const { problems, meeting } = judgeEntry(entry, deps.today(), choicesOf(world, child))
    const limit = completionLimit(world, first)
    const { lateReasons } = world.settings
    problems.push(...lateProblems([entry.on], limit, lateReason, lateReasons, booking.review.lateReason))
    if (entry.on && isOnOrBefore(entry.on, first)) problems.push({ code: 'before_the_last', last: first })
    if (problems.length > 0 || !meeting) return problems
    return changeBookings(deps, input, 'booked a further meeting of a review', world, (tables) => {
      const stored = demandOpen(tables.booking(input.reviewRef), child, (one) => fingerprintOf(one) === input.replaces)
      if ('code' in stored) return { problems: [stored] }
      const notFree = whyNotFree(tables.diary(), meeting.officerId, meeting.time)
      if (notFree) return { problems: [notFree] }
      const { time, ...rest } = meeting
      const { row } = stored
      return {
        rows: [
          keepingReview({
            ...row,
            seriesOfMeetings: true,
            lateReason: isPast(entry.on, limit) ? lateReason : row.lateReason,
          }),
          // The review's own meeting may be only a day of the register so far: from here on it has its row.
          ...stored.meetings.map(keepingMeeting),
          keepingMeeting({
            ...time,
            ...rest,
            reviewRef: row.reviewRef,
            number: nextNumber(stored.meetings),
            child,
            purpose: 'SERIES',
            status: 'BOOKED',
            cancelledWhy: null,
            overrideReason: null,
          }),
        ],
      }
    })
  }
}
