import { lateReasonsSetting } from '../settings.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import { type PlainDate, compareDates, earlierOf, isAfter, isSameDay } from '../../kernel/dates.ts'
import { demandUnchanged } from '../../registers/version.ts'
import type { MeetingFormat } from '../../participation/domain/choice.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { completionLimit } from '../domain/plan.ts'
import { dueBefore } from './dueBefore.ts'
import { isLateReason, isPast } from './entry.ts'
import type { BookingDeps } from './ports.ts'
import { participationProblems } from './participationProblems.ts'
import { type SeenReview, seenReview } from './seen.ts'
import { type StoredBooking, keepingMeeting, keepingReview } from './tables.ts'
import { changeBookings } from './changeBookings.ts'

/** What is recorded of a review that was held, as it should have been. */
export interface HeldEntry {
  heldOn: PlainDate | null
  /** Of several meetings, the day of the last; null where there was one. */
  completedOn: PlainDate | null
  /** Who chaired. */
  officerId: string | null
  format: MeetingFormat | null
  /** `PN0` to `PN7`; null for not recorded. */
  participation: string | null
  lateReason: string | null
}

export interface CorrectHeldInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
  replaces: string
  entry: HeldEntry
  /** Why it is corrected: obligatory where a day changes, since the statutory figure follows from it. */
  correctionReason: string | null
}

/**
 * Corrects what is recorded of a review that was held. What was recorded before stays known as an earlier version. Gives
 * what is wrong; null where there is no such review to see.
 */
export type CorrectHeld = (input: CorrectHeldInput) => Promise<readonly BookingProblem[] | null>

export function makeCorrectHeld(deps: BookingDeps): CorrectHeld {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const { child, reviewRef, replaces, entry, correctionReason } = input
    const limit = await limitPassed(deps, input, seen)
    const problems = problemsOf(entry, seen, deps.today())
    if (
      limit &&
      !isLateReason(entry.lateReason, lateReasonsSetting.of(seen.world.settings), seen.booking.review.lateReason)
    ) {
      problems.push({ code: 'late_reason_missing', limit })
    }
    const { heldOn } = entry
    if (problems.length > 0 || heldOn === null) return problems
    const outcome = await changeBookings(deps, input, seen.world, {
      what: 'corrected a review that was held',
      decide: (tables) => {
        const stored = tables.booking(reviewRef)
        if (!stored || stored.review.child !== child) return { problems: [{ code: 'changed_meanwhile' }] }
        const [changed] = demandUnchanged(replaces, stored.review, ...stored.meetings, ...stored.moves)
        if (changed) return { problems: [changed] }
        if (stored.review.status !== 'HELD') return { problems: [{ code: 'not_held' }] }
        return decide(stored, { ...entry, heldOn, lateReason: limit && entry.lateReason }, correctionReason)
      },
      logged: () => ({ what: `corrected what is recorded of ${reviewRef}`, children: [child] }),
      told: () => [],
    })
    return 'problems' in outcome ? outcome.problems : []
  }
}

function problemsOf(
  { heldOn, completedOn, participation }: HeldEntry,
  { booking, world, child }: SeenReview,
  today: PlainDate,
): BookingProblem[] {
  const problems: BookingProblem[] = []
  if (booking.review.status !== 'HELD') problems.push({ code: 'not_held' })
  if (heldOn === null) problems.push({ code: 'held_missing' })
  else if (isAfter(heldOn, today)) problems.push({ code: 'held_in_future', today })
  if (completedOn !== null) {
    if (isAfter(completedOn, today)) problems.push({ code: 'completed_in_future', today })
    else if (heldOn && !isAfter(completedOn, heldOn)) problems.push({ code: 'completed_before_held' })
  }
  return [...problems, ...participationProblems(participation, heldOn, world, child)]
}

/** The limit that was not kept, or null. Asked before the review in question was held, by either of its days. */
async function limitPassed(deps: BookingDeps, input: CorrectHeldInput, seen: SeenReview): Promise<PlainDate | null> {
  const { heldOn, completedOn } = input.entry
  if (heldOn === null) return null
  const recorded = seen.booking.review.heldOn
  const due = await dueBefore(deps, input, seen, recorded === null ? heldOn : earlierOf(recorded, heldOn))
  if (isPast(heldOn, due)) return due
  const limit = completionLimit(seen.world, heldOn)
  return isPast(completedOn, limit) ? limit : null
}

const isSame = (a: PlainDate | null, b: PlainDate | null): boolean =>
  a === null || b === null ? a === b : isSameDay(a, b)

function decide(
  { row, meetings }: StoredBooking,
  { heldOn, completedOn, officerId, format, participation, lateReason }: HeldEntry & { heldOn: PlainDate },
  correctionReason: string | null,
) {
  const isDayChanged = !isSame(row.heldOn, heldOn) || !isSame(row.completedOn, completedOn)
  const isChanged =
    isDayChanged ||
    row.officerId !== officerId ||
    row.format !== format ||
    row.participation !== participation ||
    row.lateReason !== lateReason
  if (!isChanged) return { problems: [{ code: 'nothing_corrected' } as const] }
  if (isDayChanged && correctionReason === null) return { problems: [{ code: 'correction_reason_missing' } as const] }
  const held = meetings.filter(({ status }) => status === 'HELD').sort((a, b) => compareDates(a.on, b.on))
  const first = held.find(({ on }) => row.heldOn !== null && isSameDay(on, row.heldOn))
  const last = held.findLast(({ on }) => row.completedOn !== null && isSameDay(on, row.completedOn))
  return {
    rows: [
      keepingReview({
        ...row,
        heldOn,
        completedOn,
        seriesOfMeetings: completedOn !== null && row.adjourned !== true ? true : row.seriesOfMeetings,
        officerId,
        format,
        participation,
        lateReason,
        correctionReason,
      }),
      ...(first ? [keepingMeeting({ ...first, on: heldOn, officerId, format })] : []),
      ...(last && last !== first && completedOn ? [keepingMeeting({ ...last, on: completedOn })] : []),
    ],
  }
}
