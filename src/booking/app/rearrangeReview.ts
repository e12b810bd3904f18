import { lateReasonsSetting } from '../settings.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { type PlainDate, daysBetween, isSameDay } from '../../kernel/dates.ts'
import type { Asker } from '../../participation/domain/choice.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { nextMeeting, nextNumber } from '../domain/bookings.ts'
import { whyNotFree } from '../domain/diary.ts'
import { completionLimit, dueOf } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { type MeetingEntry, type MeetingToBook, isPast, judgeEntry, lateProblems } from './entry.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { seenReview } from './seen.ts'
import { type StoredBooking, keepingMeeting, keepingMove, keepingReview } from './tables.ts'
import { changeReview } from './changeBookings.ts'

export interface RearrangeReviewInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
  replaces: string
  entry: MeetingEntry
  /** Who asked and why: obligatory where the day changes. */
  askedBy: Asker | null
  reason: string | null
  lateReason: string | null
}

/**
 * Moves the meeting of a review that comes next, keeping from when to when, who asked, why and the days of slack left. A
 * meeting that keeps its day is changed, not rearranged. Gives what is wrong; null where there is no such review to see.
 */
export type RearrangeReview = (input: RearrangeReviewInput) => Promise<readonly BookingProblem[] | null>

export function makeRearrangeReview(deps: BookingDeps): RearrangeReview {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const { booking, world, child } = seen
    const { heldOn, kind, lateReason: keptReason } = booking.review
    const today = deps.today()
    const { problems, meeting } = judgeEntry(input.entry, today, choicesOf(world, child), world.holidays)
    const limit = heldOn === null ? dueOf(world, child, kind) : completionLimit(world, heldOn)
    problems.push(
      ...lateProblems([input.entry.on], limit, input.lateReason, lateReasonsSetting.of(world.settings), keptReason),
      ...whoAndWhy(input, nextMeeting(booking)),
    )
    if (problems.length > 0 || !meeting) return problems
    return changeReview(deps, input, seen, {
      what: 'moved a review',
      logged: 'moved',
      told: 'moved',
      decide: (stored, tables) => {
        const before = nextMeeting(stored)
        if (!before) return { problems: [{ code: 'nothing_booked' }] }
        const notFree = whyNotFree(tables.diary(before), meeting.officerId, meeting.time)
        if (notFree) return { problems: [notFree] }
        const rows = rowsOf(stored, before, meeting, input, limit, today)
        return rows ? { rows } : { problems: [{ code: 'nothing_moved' }] }
      },
    })
  }
}

function whoAndWhy({ entry, askedBy, reason }: RearrangeReviewInput, before: MeetingFact | null): BookingProblem[] {
  if (before === null || entry.on === null || isSameDay(before.on, entry.on)) return []
  return [
    ...(askedBy === null ? [{ code: 'asker_missing' } as const] : []),
    ...(reason === null ? [{ code: 'reason_missing', of: 'moved' } as const] : []),
  ]
}

/** The rows of the move; null where nothing would be other than before. */
function rowsOf(
  { row, review, moves }: StoredBooking,
  before: MeetingFact,
  { time, officerId, place, format, whyNotAsChosen }: MeetingToBook,
  { askedBy, reason, lateReason }: RearrangeReviewInput,
  limit: PlainDate | null,
  today: PlainDate,
) {
  const after: MeetingFact = { ...before, ...time, officerId, place, format, whyNotAsChosen }
  const isMove = !isSameDay(before.on, after.on)
  const isSame = (['startsAt', 'endsAt', 'officerId', 'place', 'format', 'whyNotAsChosen'] as const).every(
    (name) => before[name] === after[name],
  )
  if (!isMove && isSame) return null
  const isOwn = before.purpose === 'REVIEW'
  const reasonKept = review.heldOn === null ? null : row.lateReason
  return [
    keepingReview({
      ...row,
      ...(isOwn && { firstBookedFor: row.firstBookedFor ?? before.on, bookedFor: after.on }),
      officerId,
      lateReason: isPast(after.on, limit) ? lateReason : reasonKept,
      ...(isMove && { timesRearranged: (row.timesRearranged ?? 0) + 1, rearrangedReason: reason }),
    }),
    keepingMeeting(after),
    ...(isMove && askedBy !== null && reason !== null
      ? [
          keepingMove({
            reviewRef: row.reviewRef,
            number: nextNumber(moves),
            child: row.child,
            on: today,
            fromDay: before.on,
            toDay: after.on,
            askedBy,
            reason,
            slackDays: limit && daysBetween(after.on, limit),
          }),
        ]
      : []),
  ]
}
