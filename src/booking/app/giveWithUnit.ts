import { type PlainDate, isBefore } from '../../kernel/dates.ts'
import type { Rows } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { nextMeeting } from '../domain/bookings.ts'
import { giving } from './changeOfficer.ts'
import { tablesOf } from './tables.ts'

/** Whose booked reviews are given to another IRO: those of a child that are booked with `from` on a day or later. */
export interface ReviewsToGive {
  child: string
  from: string
  to: string
  on: PlainDate
}

/** What becomes of them. */
export interface ReviewsGiven {
  rows: readonly RowToKeep[]
  given: number
  /** The references of those that stay with whom they are booked, since the other is not free then. */
  left: readonly string[]
}

/**
 * Gives the next meetings of these children to another IRO, at the same day and time, as part of another room's change.
 * `rows`: with those of `bookingRegisters`. `usualMinutes`: how long a meeting takes whose end is not known.
 */
export function giveWithUnit(rows: Rows, usualMinutes: number, all: readonly ReviewsToGive[]): ReviewsGiven {
  const tables = tablesOf(rows, usualMinutes)
  const kept: RowToKeep[] = []
  const left: string[] = []
  let given = 0
  const officerOf = new Map(all.map(({ child, to }) => [child, to]))
  const change = giving(tables, ({ child }) => ({ officerId: officerOf.get(child) ?? '' }))
  for (const { child, from, on } of all) {
    for (const stored of tables.ofChild(child)) {
      const meeting = stored.review.status === 'PLANNED' ? nextMeeting(stored) : null
      if (meeting?.officerId !== from || isBefore(meeting.on, on)) continue
      const changed = change(stored, meeting)
      if ('code' in changed) left.push(stored.review.reviewRef)
      else {
        kept.push(...changed)
        given++
      }
    }
  }
  return { rows: kept, given, left }
}
