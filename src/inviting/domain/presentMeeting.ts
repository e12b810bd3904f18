import type { MeetingFact, RegisterFacts } from '../../children/domain/registers.ts'
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

type Facts = Pick<RegisterFacts, 'reviews' | 'meetings'>

/**
 * The next meeting of a review; where none is still to come, its last. Where all are cancelled, or the review is, that
 * which would have been. Null where there is no such review or nothing of it is booked.
 */
export function presentMeeting(facts: Facts, reviewRef: string, today: PlainDate): PresentMeeting | null {
  const review = facts.reviews.find((one) => one.reviewRef === reviewRef)
  if (!review) return null
  const meetings = facts.meetings
    .filter((meeting) => meeting.reviewRef === reviewRef)
    .sort((a, b) => compareDates(a.on, b.on) || a.number - b.number)
  const standing = meetings.filter(({ status }) => status !== 'CANCELLED')
  const toCome = standing.find(({ status, on }) => status === 'BOOKED' && isOnOrAfter(on, today))
  const meeting = toCome ?? standing.at(-1) ?? meetings.at(-1)
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
export const timesMoved = ({ rearrangements }: Pick<RegisterFacts, 'rearrangements'>, reviewRef: string): number =>
  rearrangements.filter((one) => one.reviewRef === reviewRef).length

/** The name of whom the register of officers knows by this id; null where it knows none. */
export const officerName = ({ officers }: Pick<RegisterFacts, 'officers'>, officerId: string | null): string | null =>
  officers.find((officer) => officer.officerId === officerId)?.name ?? null
