import { absences } from '../../officers/registers/absences.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { choices } from '../../participation/registers/choices.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { RowOf } from '../../registers/register.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type Booking, bookingOf } from '../domain/bookings.ts'
import { type Diary, takenBy } from '../domain/diary.ts'
import type { OtherTimes } from './ports.ts'

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
  /** Whose IRO is whose. */
  allocations: readonly AllocationFact[]
  /** Whose time is taken, but for the meeting that is about to move. */
  diary: (without?: Pick<MeetingFact, 'reviewRef' | 'number'>) => Diary
}

/** The registers as a booking reads them. `usualMinutes`: how long a meeting takes whose end is not known. */
export function tablesOf(rows: Rows, usualMinutes: number, otherTimes?: OtherTimes): Tables {
  const reviewRows = rows(reviews)
  const meetingRows = rows(meetings)
  const moveRows = rows(rearrangements)
  const stored = (row: ReviewRow): StoredBooking => ({ ...bookingOf(row, meetingRows, moveRows), row })
  return {
    booking: (reviewRef) => {
      const row = reviewRows.find((one) => one.reviewRef === reviewRef)
      return row ? stored(row) : null
    },
    allocations: rows(allocations),
    ofChild: (child) => reviewRows.filter((row) => row.child === child).map(stored),
    diary: (without) => ({
      officers: rows(officers),
      absences: rows(absences),
      taken: [
        ...takenBy(
          meetingRows.filter(({ reviewRef, number }) => reviewRef !== without?.reviewRef || number !== without.number),
          usualMinutes,
        ),
        ...(otherTimes?.takenIn(rows, usualMinutes) ?? []),
      ],
    }),
  }
}

/** The registers that say what is booked, whose time is free, and who is to be told. */
export const bookingRegisters = [
  reviews,
  meetings,
  rearrangements,
  officers,
  allocations,
  absences,
  contacts,
  choices,
] as const

/** A review to be kept. */
export const keepingReview = (row: ReviewRow): RowToKeep => keeping(reviews, row)

/** A review that the registers do not have yet. */
export const newReview = (reviewRef: string, child: string, kind: ReviewRow['kind']): ReviewRow =>
  reviews.read({ review_ref: reviewRef, child, kind, status: 'PLANNED' })

/** A meeting to be kept. */
export const keepingMeeting = (meeting: MeetingFact): RowToKeep => keeping(meetings, meeting)

/** A move to be kept. */
export const keepingMove = (move: RowOf<typeof rearrangements>): RowToKeep => keeping(rearrangements, move)
