import type { StoredRows } from '../../registers/register.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { officers } from '../../officers/registers/officers.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { type PlainDate, compareDates, isOnOrAfter, isSameDay } from '../../kernel/dates.ts'

/** A day, and the time where it is known. */
export interface DayAndTime {
  on: PlainDate
  /** `14:30`. */
  startsAt: string | null
}

/** The meeting of a review to which people are asked now. */
export interface PresentMeeting extends DayAndTime {
  reviewRef: string
  child: string
  /** Its number among the review's meetings; null where only the review's day is known. */
  number: number | null
  endsAt: string | null
  officerId: string | null
  place: string | null
  format: MeetingFact['format']
  whyNotAsChosen: string | null
  isCancelled: boolean
}

/**
 * The next meeting of a review; where none is still to come, its last. Where all are cancelled, or the review is, that
 * which would have been. Null where there is no such review or nothing of it is booked.
 */
export function presentMeeting(registers: StoredRows, reviewRef: string, today: PlainDate): PresentMeeting | null {
  const review = reviews.rowsIn(registers).find((one) => one.reviewRef === reviewRef)
  if (!review) return null
  const own = meetings
    .rowsIn(registers)
    .filter((meeting) => meeting.reviewRef === reviewRef)
    .sort((a, b) => compareDates(a.on, b.on) || a.number - b.number)
  const standing = own.filter(({ status }) => status !== 'CANCELLED')
  const toCome = standing.find(({ status, on }) => status === 'BOOKED' && isOnOrAfter(on, today))
  const meeting = toCome ?? standing.at(-1) ?? own.at(-1)
  const isReviewOff = review.status === 'CANCELLED'
  if (meeting) {
    const { child, number, on, startsAt, endsAt, officerId, place, format, whyNotAsChosen, status } = meeting
    const isCancelled = isReviewOff || status === 'CANCELLED'
    return { reviewRef, child, number, on, startsAt, endsAt, officerId, place, format, whyNotAsChosen, isCancelled }
  }
  if (review.bookedFor === null) return null
  return {
    reviewRef,
    child: review.child,
    number: null,
    on: review.bookedFor,
    startsAt: null,
    endsAt: null,
    officerId: review.officerId,
    place: null,
    format: review.format,
    whyNotAsChosen: null,
    isCancelled: isReviewOff,
  }
}

/** Whether two meetings are at the same time: people who know the one know the other. */
export const isSameTime = (a: DayAndTime, b: DayAndTime): boolean => isSameDay(a.on, b.on) && a.startsAt === b.startsAt

/** How often the review was moved: what rises with it tells calendars which entry is the later. */
export const timesMoved = (registers: StoredRows, reviewRef: string): number =>
  rearrangements.rowsIn(registers).filter((one) => one.reviewRef === reviewRef).length

/** The name of whom the register of officers knows by this id; null where it knows none. */
export const officerName = (registers: StoredRows, officerId: string | null): string | null =>
  officers.rowsIn(registers).find((officer) => officer.officerId === officerId)?.name ?? null
