import type { AskingFrom } from '../../access/app/asking.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { RowsDecided } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { nextMeeting } from '../domain/bookings.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { BookingDeps, Told } from './ports.ts'
import { type ChosenReview, seenChosen } from './seen.ts'
import type { StoredBooking, Tables } from './tables.ts'
import { changeBookings, demandOpen } from './changeBookings.ts'

/** What became of several reviews: those that were changed, and those that were not, with why. */
export interface ChangedSome {
  changed: readonly string[]
  left: readonly { reviewRef: string; problem: BookingProblem }[]
}

/** A change of the next meeting of several reviews. */
export interface SomeChange {
  what: string
  /** What the log says, before the references. */
  logged: string
  /** What is wrong with the form itself; null for nothing. */
  problem: BookingProblem | null
  told: keyof Told | null
  /** Begins a change: what it gives is asked for one review after another, and says its rows or why it stays as it is. */
  begin: (tables: Tables) => (stored: StoredBooking, meeting: MeetingFact) => readonly RowToKeep[] | BookingProblem
}

interface Decided extends RowsDecided {
  changed: readonly { reviewRef: string; child: string }[]
  left: ChangedSome['left']
}

/**
 * Changes the next meeting of those that were marked and may be seen, in one unit of work. What can't be changed stays and
 * is named; a review that may not be seen is left out without a word.
 */
export async function changeSome(
  deps: BookingDeps,
  asking: AskingFrom & { chosen: readonly ChosenReview[] },
  { what, logged, problem, told, begin }: SomeChange,
): Promise<ChangedSome | { problems: readonly BookingProblem[] }> {
  const { world, reviews } = await seenChosen(deps, asking, asking.chosen)
  if (reviews.length === 0) return { problems: [{ code: 'nothing_chosen' }] }
  if (problem) return { problems: [problem] }
  const outcome = await changeBookings<Decided>(deps, asking, world, {
    what,
    decide: (tables) => decide(tables, reviews, begin(tables)),
    logged: ({ changed }) => ({
      what: `${logged} ${changed.map(({ reviewRef }) => reviewRef).join(', ')}`,
      children: changed.map(({ child }) => child),
    }),
    told: ({ changed }) => (told === null ? [] : changed.map((one) => ({ ...one, how: told, world }))),
  })
  if ('problems' in outcome) return outcome
  const { changed, left } = outcome.result
  return { changed: changed.map(({ reviewRef }) => reviewRef), left }
}

function decide(
  tables: Tables,
  reviews: readonly (ChosenReview & { child: string })[],
  changeOf: ReturnType<SomeChange['begin']>,
): Decided {
  const rows: RowToKeep[] = []
  const changed: { reviewRef: string; child: string }[] = []
  const left: { reviewRef: string; problem: BookingProblem }[] = []
  for (const { reviewRef, child, replaces } of reviews) {
    const stored = demandOpen(tables.booking(reviewRef), child, replaces)
    const meeting = 'code' in stored ? null : nextMeeting(stored)
    const kept = 'code' in stored ? stored : meeting ? changeOf(stored, meeting) : ({ code: 'nothing_booked' } as const)
    if ('code' in kept) {
      left.push({ reviewRef, problem: kept })
      continue
    }
    rows.push(...kept)
    changed.push({ reviewRef, child })
  }
  return { rows, changed, left }
}
