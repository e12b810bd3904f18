import { nextMeeting } from '../domain/bookings.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { ChangedSome } from './changeOfficer.ts'
import { type ChosenReview, seenChosen } from './chosen.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Asked, BookingDeps } from './ports.ts'
import { changeBookings, demandOpen, keepingMeeting, keepingReview } from './tables.ts'

export interface CallOffInput extends Asked {
  chosen: readonly ChosenReview[]
  reason: string | null
}

/**
 * Calls off the next meeting of several reviews, which then wait to be booked again: an officer is ill, and nobody can
 * say yet when. When each is booked again, that is a move from the day it had. Reviews that may not be seen are left out
 * without a word.
 */
export type CallOff = (input: CallOffInput) => Promise<ChangedSome | { problems: BookingProblem[] }>

export function makeCallOff(deps: BookingDeps): CallOff {
  return async (input) => {
    const { reason, by, authority, origin } = input
    const { world, reviews } = await seenChosen(deps, input, input.chosen)
    if (reviews.length === 0) return { problems: [{ code: 'nothing_chosen' }] }
    if (reason === null) return { problems: [{ code: 'reason_missing' }] }
    let result: ChangedSome = { changed: [], left: [] }
    await changeBookings(deps, input, 'called reviews off, to be booked again', world, (tables) => {
      const changed: string[] = []
      const left: { reviewRef: string; problem: BookingProblem }[] = []
      const rows: RowToKeep[] = []
      for (const { reviewRef, child, replaces } of reviews) {
        const stored = demandOpen(tables.booking(reviewRef), child, (one) => fingerprintOf(one) === replaces)
        const meeting = 'code' in stored ? null : nextMeeting(stored)
        if ('code' in stored || !meeting) {
          left.push({ reviewRef, problem: 'code' in stored ? stored : { code: 'nothing_booked' } })
          continue
        }
        const { row } = stored
        const isOwn = meeting.purpose === 'REVIEW'
        rows.push(
          keepingReview({
            ...row,
            ...(isOwn && { first_booked_date: row.firstBookedFor ?? meeting.on, booked_date: null }),
          }),
          keepingMeeting({ ...meeting, status: 'CANCELLED', cancelledWhy: reason }),
        )
        changed.push(reviewRef)
      }
      result = { changed, left }
      return { rows }
    })
    for (const reviewRef of result.changed) await deps.told.cancelled({ by, authority, origin, reviewRef })
    return result
  }
}
