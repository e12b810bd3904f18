import { lateReasonsSetting } from '../settings.ts'
import { type PlainDate, isAfter, isBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { bookedMeetings, nextMeeting } from '../domain/bookings.ts'
import { completionLimit } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { dueBefore } from './dueBefore.ts'
import { isLateReason, isPast } from './entry.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { type SeenReview, seenReview } from './seen.ts'
import { type StoredBooking, keepingMeeting, keepingReview } from './tables.ts'
import { changeReview } from './changeBookings.ts'
import { participationProblems } from './participationProblems.ts'

/** How a meeting ended: it completed the review, a later one did, or another is still to come. */
export type Ending = 'completed' | 'completed_later' | 'goes_on'

export interface RecordHeldInput extends AskingFrom {
  child: string
  reviewRef: string
  /** The version that the form showed: `versionOfBooking`. */
  replaces: string
  /** The day of the meeting. */
  heldOn: PlainDate | null
  ending: Ending | null
  /** The day of the last meeting, where a later one completed the review. */
  completedOn: PlainDate | null
  /** `PN0` to `PN7`; null for not recorded. */
  participation: string | null
  /** Obligatory where the review was held after it was due, or completed after the days for that. */
  lateReason: string | null
}

/**
 * Records that a meeting of a review was held, and whether it completed the review. Until it is completed the review is
 * not held: its day is kept, and a later meeting is awaited. CLK-REV-9. Gives what is wrong; null where there is no such
 * review to see.
 */
export type RecordHeld = (input: RecordHeldInput) => Promise<readonly BookingProblem[] | null>

export function makeRecordHeld(deps: BookingDeps): RecordHeld {
  return async (input) => {
    const seen = await seenReview(deps, input, input)
    if (!seen) return null
    const limit = await limitPassed(deps, input, seen)
    const problems = problemsOf(input, seen, deps.today())
    if (limit && !isReasonGiven(input, seen)) problems.push({ code: 'late_reason_missing', limit })
    const { heldOn, ending } = input
    if (problems.length > 0 || !heldOn || !ending) return problems
    const what = ending === 'goes_on' ? 'recorded a meeting of a review as held' : 'recorded a review as held'
    return changeReview(deps, input, seen, {
      what,
      logged: 'recorded as held',
      told: null,
      decide: (stored) => ({
        rows: rowsOf(stored, { ...input, lateReason: limit && input.lateReason }, heldOn, ending),
      }),
    })
  }
}

function problemsOf(
  { heldOn, ending, completedOn, participation }: RecordHeldInput,
  { booking, world, child }: SeenReview,
  today: PlainDate,
): BookingProblem[] {
  const problems: BookingProblem[] = []
  const openedOn = booking.review.heldOn
  if (heldOn === null) problems.push({ code: 'held_missing' })
  else if (isAfter(heldOn, today)) problems.push({ code: 'held_in_future', today })
  else if (openedOn && isBefore(heldOn, openedOn)) problems.push({ code: 'held_before', from: openedOn })
  if (ending === null) problems.push({ code: 'ending_missing' })
  if (ending === 'completed_later') {
    if (completedOn === null) problems.push({ code: 'completion_missing' })
    else if (isAfter(completedOn, today)) problems.push({ code: 'completed_in_future', today })
    else if (heldOn && !isAfter(completedOn, heldOn)) problems.push({ code: 'completed_before_held' })
  }
  return [...problems, ...participationProblems(participation, openedOn ?? heldOn, world, child)]
}

/**
 * The limit that was not kept, or null: its first meeting was after the due day, or its last after the days in which a
 * review must be completed.
 */
async function limitPassed(deps: BookingDeps, input: RecordHeldInput, seen: SeenReview): Promise<PlainDate | null> {
  const { heldOn } = input
  if (heldOn === null) return null
  const openedOn = seen.booking.review.heldOn ?? heldOn
  const due = await dueBefore(deps, input, seen, openedOn)
  if (isPast(openedOn, due)) return due
  const limit = completionLimit(seen.world, openedOn)
  return isPast(lastDay(input), limit) ? limit : null
}

const isReasonGiven = ({ lateReason }: RecordHeldInput, { booking, world }: SeenReview): boolean =>
  isLateReason(lateReason, lateReasonsSetting.of(world.settings), booking.review.lateReason)

const lastDay = ({ heldOn, ending, completedOn }: RecordHeldInput): PlainDate | null =>
  ending === 'completed_later' ? completedOn : heldOn

function rowsOf(stored: StoredBooking, input: RecordHeldInput, heldOn: PlainDate, ending: Ending): RowToKeep[] {
  const { row } = stored
  const openedOn = row.heldOn ?? heldOn
  const completedOn = lastDay(input) ?? heldOn
  const isCompleted = ending !== 'goes_on'
  const isOverDays = !isSameDay(openedOn, completedOn)
  const held = nextMeeting(stored)
  const rest = bookedMeetings(stored).filter((meeting) => meeting !== held)
  return [
    keepingReview({
      ...row,
      status: isCompleted ? 'HELD' : 'PLANNED',
      heldOn: openedOn,
      completedOn: isCompleted && isOverDays ? completedOn : null,
      seriesOfMeetings: isSeries(row, ending, isOverDays) ? true : row.seriesOfMeetings,
      officerId: row.officerId ?? held?.officerId ?? null,
      format: row.format ?? held?.format ?? null,
      participation: input.participation ?? row.participation,
      lateReason: input.lateReason,
    }),
    ...(held ? [keepingMeeting({ ...held, on: heldOn, status: 'HELD' })] : []),
    ...(isCompleted
      ? rest.map((meeting) =>
          keepingMeeting({
            ...meeting,
            status: 'CANCELLED',
            cancelledWhy: `The review was completed on ${longDate(completedOn)}`,
          }),
        )
      : []),
  ]
}

/** An adjourned review has its own word; any other that goes on at another meeting is a series. */
const isSeries = (row: StoredBooking['row'], ending: Ending, isOverDays: boolean): boolean =>
  row.adjourned !== true && (ending === 'goes_on' || isOverDays)
