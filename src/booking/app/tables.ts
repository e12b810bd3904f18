import type { World } from '../../children/domain/world.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type Decision, type Rows, changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { RowOf } from '../../registers/register.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type Booking, bookingOf } from '../domain/bookings.ts'
import { type Diary, takenBy } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { Asked, BookingDeps } from './ports.ts'

export type ReviewRow = RowOf<typeof reviews>

/** A review as it stands in the registers, to be changed. */
export interface StoredBooking extends Booking {
  row: ReviewRow
}

/** What the registers say while nobody else can change them. */
export interface Tables {
  /** The review that this reference names; null where there is none. */
  booking: (reviewRef: string) => StoredBooking | null
  /** The reviews of a child. */
  ofChild: (child: string) => StoredBooking[]
  /** Whose time is taken, but for the meeting that is about to move. */
  diary: (without?: Pick<MeetingFact, 'reviewRef' | 'number'>) => Diary
}

function tablesOf(rows: Rows, usualMinutes: number): Tables {
  const reviewRows = rows(reviews)
  const allMeetings = rows(meetings)
  const moves = rows(rearrangements)
  const stored = (row: ReviewRow): StoredBooking => ({ ...bookingOf(row, allMeetings, moves), row })
  return {
    booking: (reviewRef) => {
      const row = reviewRows.find((one) => one.reviewRef === reviewRef)
      return row ? stored(row) : null
    },
    ofChild: (child) => reviewRows.filter((row) => row.child === child).map(stored),
    diary: (without) => ({
      officers: rows(officers),
      absences: rows(absences),
      taken: takenBy(
        allMeetings.filter(({ reviewRef, number }) => reviewRef !== without?.reviewRef || number !== without.number),
        usualMinutes,
      ),
    }),
  }
}

/** Changes what is booked. `decide` is asked while nobody else can book: what is free then is free when it is stored. */
export const changeBookings = (
  { store }: Pick<BookingDeps, 'store'>,
  { by, authority }: Asked,
  what: string,
  { settings }: Pick<World, 'settings'>,
  decide: (tables: Tables) => Decision<BookingProblem>,
): Promise<readonly BookingProblem[]> =>
  changeByHand(
    store,
    { authority, by: by.personId, what, registers: [reviews, meetings, rearrangements, officers, absences] },
    (rows) => decide(tablesOf(rows, settings.booking.meetingMinutes)),
  )

/** A review to be kept. */
export const keepingReview = (row: ReviewRow): RowToKeep => keeping(reviews, row)

/** A review that the registers do not have yet. */
export const newReview = (reviewRef: string, child: string, kind: ReviewRow['kind']): ReviewRow =>
  reviews.read({ review_ref: reviewRef, child, kind, status: 'PLANNED' })

/** A meeting to be kept. */
export const keepingMeeting = (meeting: MeetingFact): RowToKeep => keeping(meetings, meeting)

/** A move to be kept. */
export const keepingMove = (move: RowOf<typeof rearrangements>): RowToKeep => keeping(rearrangements, move)

/** The review as its form showed it, or what is wrong: it is no longer open, or someone has changed it since. */
export function demandOpen(
  stored: StoredBooking | null,
  child: string,
  isAsShown: (booking: StoredBooking) => boolean,
): StoredBooking | BookingProblem {
  if (!stored || stored.review.child !== child) return { code: 'changed_meanwhile' }
  if (!isAsShown(stored)) return { code: 'changed_meanwhile' }
  return stored.review.status === 'PLANNED' ? stored : { code: 'not_open' }
}
