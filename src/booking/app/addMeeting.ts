import { nothingMoreKnown } from '../../reviews/registers/meetings.ts'
import { lateReasonsSetting } from '../settings.ts'
import { isOnOrBefore } from '../../kernel/dates.ts'
import { bookedMeetings, nextNumber } from '../domain/bookings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { whyNotFree } from '../domain/diary.ts'
import { completionLimit } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { type MeetingEntry, isPast, judgeEntry, lateProblems } from './entry.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { seenReview } from './seen.ts'
import { keepingMeeting, keepingReview } from './tables.ts'
import { changeReview } from './changeBookings.ts'

export interface AddMeetingInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
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
    const { problems, meeting } = judgeEntry(entry, deps.today(), choicesOf(world, child), world.holidays)
    const limit = completionLimit(world, first)
    const lateReasons = lateReasonsSetting.of(world.settings)
    problems.push(...lateProblems([entry.on], limit, lateReason, lateReasons, booking.review.lateReason))
    if (entry.on && isOnOrBefore(entry.on, first)) problems.push({ code: 'before_the_last', last: first })
    if (problems.length > 0 || !meeting) return problems
    return changeReview(deps, input, seen, {
      what: 'booked a further meeting of a review',
      logged: 'added a meeting to',
      // Who is invited to it is for someone to say.
      told: null,
      decide: (stored, tables) => {
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
              ...nothingMoreKnown,
              ...time,
              ...rest,
              reviewRef: row.reviewRef,
              number: nextNumber(stored.meetings),
              child,
              purpose: 'SERIES',
              status: 'BOOKED',
              bookedOn: deps.today(),
            }),
          ],
        }
      },
    })
  }
}
