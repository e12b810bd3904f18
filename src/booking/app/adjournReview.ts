import { nothingMoreKnown } from '../../reviews/registers/meetings.ts'
import { lateReasonsSetting } from '../settings.ts'
import { bookingPermissions } from '../permissions.ts'
import type { World } from '../../children/domain/world.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { may } from '../../access/domain/actor.ts'
import { adjournments, nextMeeting, nextNumber } from '../domain/bookings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { whyNotFree } from '../domain/diary.ts'
import { completionLimit } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { dueBefore } from './dueBefore.ts'
import { type MeetingEntry, isPast, judgeEntry, lateProblems } from './entry.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { type SeenReview, seenReview } from './seen.ts'
import { keepingMeeting, keepingReview } from './tables.ts'
import { changeReview } from './changeBookings.ts'

export interface AdjournReviewInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
  replaces: string
  /** The day of the meeting that was adjourned. */
  heldOn: PlainDate | null
  /** The meeting to which it was adjourned. */
  entry: MeetingEntry
  lateReason: string | null
  /** Why it was adjourned. */
  reason: string | null
  /** The officer who decided to adjourn: that is the IRO’s to decide, also where someone else writes it down. */
  decidedBy: string | null
  /** Why a second adjournment, or a longer one, is allowed. Heeded only of those who may set rules aside. */
  overrideReason: string | null
}

/**
 * Adjourns a review: the meeting was held, and the review goes on at another within the authority's working days. Once
 * only, unless someone who may set rules aside says why. CLK-REV-8. Gives what is wrong; null where there is no such
 * review to see.
 */
export type AdjournReview = (input: AdjournReviewInput) => Promise<readonly BookingProblem[] | null>

export function makeAdjournReview(deps: BookingDeps): AdjournReview {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const { world, child, booking } = seen
    const today = deps.today()
    const { heldOn, overrideReason } = input
    const { problems, meeting } = judgeEntry(input.entry, today, choicesOf(world, child), world.holidays)
    problems.push(
      ...whyProblems(input, world),
      ...heldProblems(heldOn, input.entry.on, today),
      ...ruleProblems(input, seen),
    )
    // A review that has begun has had its reason when it did.
    const due = heldOn && booking.review.heldOn === null ? await dueBefore(deps, input, seen, heldOn) : null
    const isLate = isPast(heldOn, due)
    if (isLate) {
      const lateReasons = lateReasonsSetting.of(world.settings)
      problems.push(...lateProblems([heldOn], due, input.lateReason, lateReasons, booking.review.lateReason))
    }
    if (problems.length > 0 || !meeting || !heldOn) return problems
    const what = overrideReason === null ? 'adjourned a review' : 'adjourned a review, setting a rule aside'
    return changeReview(deps, input, seen, {
      what,
      logged: 'adjourned',
      told: 'moved',
      decide: (stored, tables) => {
        const adjourned = nextMeeting(stored)
        if (!adjourned) return { problems: [{ code: 'nothing_booked' }] }
        const notFree = whyNotFree(tables.diary(adjourned), meeting.officerId, meeting.time)
        if (notFree) return { problems: [notFree] }
        const { row } = stored
        const { time, ...rest } = meeting
        return {
          rows: [
            keepingReview({
              ...row,
              heldOn: row.heldOn ?? heldOn,
              adjourned: true,
              officerId: row.officerId ?? adjourned.officerId,
              lateReason: isLate ? input.lateReason : row.lateReason,
            }),
            keepingMeeting({
              ...adjourned,
              on: heldOn,
              status: 'HELD',
              adjournedWhy: input.reason,
              adjournedBy: input.decidedBy,
            }),
            keepingMeeting({
              ...nothingMoreKnown,
              ...time,
              ...rest,
              reviewRef: row.reviewRef,
              number: nextNumber(stored.meetings),
              child,
              purpose: 'RESUMED',
              status: 'BOOKED',
              overrideReason: needsOverride(input, seen) ? overrideReason : null,
              bookedOn: deps.today(),
            }),
          ],
        }
      },
    })
  }
}

const whyProblems = ({ reason, decidedBy }: AdjournReviewInput, world: World): BookingProblem[] => [
  ...(reason === null ? [{ code: 'reason_missing', of: 'adjourned' } as const] : []),
  ...(recordsOf(world, officers).some(({ officerId }) => officerId === decidedBy)
    ? []
    : [{ code: 'decider_missing' } as const]),
]

function heldProblems(heldOn: PlainDate | null, resumedOn: PlainDate | null, today: PlainDate): BookingProblem[] {
  if (heldOn === null) return [{ code: 'held_missing' }]
  if (isAfter(heldOn, today)) return [{ code: 'held_in_future', today }]
  return resumedOn && isOnOrBefore(resumedOn, heldOn) ? [{ code: 'before_the_last', last: heldOn }] : []
}

const brokenRules = ({ heldOn, entry }: AdjournReviewInput, { booking, world }: SeenReview): BookingProblem[] => {
  const openedOn = booking.review.heldOn ?? heldOn
  const limit = openedOn && completionLimit(world, openedOn)
  const isSecond = adjournments(booking) > 0 || booking.review.adjourned === true
  return [
    ...(isSecond ? [{ code: 'adjourned_already' } as const] : []),
    ...(isPast(entry.on, limit) ? [{ code: 'adjourned_too_long', limit } as const] : []),
  ]
}

const needsOverride = (input: AdjournReviewInput, seen: SeenReview): boolean => brokenRules(input, seen).length > 0

const ruleProblems = (input: AdjournReviewInput, seen: SeenReview): BookingProblem[] =>
  input.overrideReason !== null && may(input.by, bookingPermissions.override) ? [] : brokenRules(input, seen)
