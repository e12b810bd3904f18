import { bookedMeetings } from '../domain/bookings.ts'
import { type TakenTime, whyNotFree } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { type ChosenReview, seenChosen } from './chosen.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Asked, BookingDeps } from './ports.ts'
import { changeBookings, demandOpen, keepingMeeting, keepingReview } from './tables.ts'

export interface ChangeOfficerInput extends Asked {
  chosen: readonly ChosenReview[]
  officerId: string | null
}

/** What became of several reviews: those that were changed, and those that were not, with why. */
export interface ChangedSome {
  changed: readonly string[]
  left: readonly { reviewRef: string; problem: BookingProblem }[]
}

/**
 * Gives the next meeting of several reviews to another officer, at the same day and time. Those for which the officer
 * is not free stay as they are and are named, to be moved one by one. Reviews that may not be seen are left out without
 * a word.
 */
export type ChangeOfficer = (input: ChangeOfficerInput) => Promise<ChangedSome | { problems: BookingProblem[] }>

export function makeChangeOfficer(deps: BookingDeps): ChangeOfficer {
  return async (input) => {
    const { officerId } = input
    const { world, reviews } = await seenChosen(deps, input, input.chosen)
    if (reviews.length === 0) return { problems: [{ code: 'nothing_chosen' }] }
    if (officerId === null) return { problems: [{ code: 'officer_missing' }] }
    let result: ChangedSome = { changed: [], left: [] }
    await changeBookings(deps, input, 'gave reviews to another officer', world, (tables) => {
      const changed: string[] = []
      const left: { reviewRef: string; problem: BookingProblem }[] = []
      const rows: RowToKeep[] = []
      const given: TakenTime[] = []
      for (const { reviewRef, child, replaces } of reviews) {
        const stored = demandOpen(tables.booking(reviewRef), child, (one) => fingerprintOf(one) === replaces)
        const meeting = 'code' in stored ? null : (bookedMeetings(stored)[0] ?? null)
        if ('code' in stored || !meeting) {
          left.push({ reviewRef, problem: 'code' in stored ? stored : { code: 'nothing_booked' } })
          continue
        }
        const diary = tables.diary(meeting)
        // A day without a time takes no time of anyone: the officer must only be there.
        const { on, startsAt, endsAt } = meeting
        const time = { on, startsAt: startsAt ?? '00:00', endsAt: endsAt ?? startsAt ?? '00:00' }
        const problem = whyNotFree({ ...diary, taken: [...diary.taken, ...given] }, officerId, time)
        if (problem) {
          left.push({ reviewRef, problem })
          continue
        }
        if (startsAt !== null && endsAt !== null) given.push({ officerId, on, startsAt, endsAt })
        rows.push(keepingReview({ ...stored.row, officerId: officerId }), keepingMeeting({ ...meeting, officerId }))
        changed.push(reviewRef)
      }
      result = { changed, left }
      return { rows }
    })
    return result
  }
}
