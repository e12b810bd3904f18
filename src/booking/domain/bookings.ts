import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { rearrangements, type RearrangementFact } from '../../reviews/registers/rearrangements.ts'
import { reviews, type RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'

/** A review of the register with its meetings and its moves. */
export interface Booking {
  review: RegisterReviewFact
  /** In order of number. Where the register has only a day for the review, the meeting on that day, without a time. */
  meetings: readonly MeetingFact[]
  moves: readonly RearrangementFact[]
}

/** Puts a review together with its meetings and moves. */
export function bookingOf(
  review: RegisterReviewFact,
  meetings: readonly MeetingFact[],
  moves: readonly RearrangementFact[] = [],
): Booking {
  const own = meetings.filter(({ reviewRef }) => reviewRef === review.reviewRef).sort((a, b) => a.number - b.number)
  const implied = impliedMeeting(review, own)
  return {
    review,
    meetings: implied ? [...own, implied] : own,
    moves: moves.filter(({ reviewRef }) => reviewRef === review.reviewRef).sort((a, b) => a.number - b.number),
  }
}

/** A review that a file brought as booked has a day and no row in `meetings`: it is booked for that day, without a time. */
function impliedMeeting(review: RegisterReviewFact, own: readonly MeetingFact[]): MeetingFact | null {
  const { reviewRef, child, bookedFor, officerId, format } = review
  const hasOwn = own.some(({ purpose, status }) => purpose === 'REVIEW' && status !== 'CANCELLED')
  if (review.status !== 'PLANNED' || bookedFor === null || review.heldOn !== null || hasOwn) return null
  return {
    reviewRef,
    number: nextNumber(own),
    child,
    on: bookedFor,
    startsAt: null,
    endsAt: null,
    officerId,
    place: null,
    format,
    purpose: 'REVIEW',
    status: 'BOOKED',
    whyNotAsChosen: null,
    cancelledWhy: null,
    overrideReason: null,
  }
}

/** The number after the highest so far. */
export const nextNumber = (rows: readonly { number: number }[]): number =>
  Math.max(0, ...rows.map(({ number }) => number)) + 1

/** Every review of the register by its reference. */
export const bookings = rememberedFor((world: World): ReadonlyMap<string, Booking> => {
  const meetingsOf = Map.groupBy(recordsOf(world, meetings), ({ reviewRef }) => reviewRef)
  const movesOf = Map.groupBy(recordsOf(world, rearrangements), ({ reviewRef }) => reviewRef)
  return new Map(
    recordsOf(world, reviews).map((review) => {
      const { reviewRef } = review
      return [reviewRef, bookingOf(review, meetingsOf.get(reviewRef) ?? [], movesOf.get(reviewRef) ?? [])]
    }),
  )
})

/** The meetings that are still to come or of which nobody has said what happened, the earliest first. */
export const bookedMeetings = ({ meetings }: Booking): MeetingFact[] =>
  meetings.filter(({ status }) => status === 'BOOKED').sort((a, b) => compareDates(a.on, b.on) || a.number - b.number)

/** The next of them, or null. */
export const nextMeeting = (booking: Booking): MeetingFact | null => bookedMeetings(booking)[0] ?? null

/** How often the review was adjourned. */
export const adjournments = ({ meetings }: Pick<Booking, 'meetings'>): number =>
  meetings.filter(({ purpose, status }) => purpose === 'RESUMED' && status !== 'CANCELLED').length
