import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isAfter } from '../../kernel/dates.ts'
import { cycleOf, registerReviewsOf } from '../../reviews/domain/world.ts'
import { type AwaitedBooking, type ReviewGroup, groupOf, lastHeld } from './awaited.ts'
import { type Booking, nextMeeting } from './bookings.ts'

/** Bookings in the order of their days. */
export const byDay = (a: PlainDate | null, b: PlainDate | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareDates(a, b)
}

/**
 * Whether a review that has no meeting yet only comes after another of its group that is booked or begun: nothing is to be
 * done about it before that one is held.
 */
export const comesAfter = (booking: Booking, open: readonly Booking[]): boolean =>
  dayOfBooking(booking) === null &&
  open.some((other) => groupOf[other.review.kind] === groupOf[booking.review.kind] && dayOfBooking(other) !== null)

/** The open review that answers what is awaited: where there are several, the earliest. */
export function bookingFor(world: World, { child, kind }: AwaitedBooking, open: readonly Booking[]): Booking | null {
  const group = groupOf[kind]
  const last = lastReviewOf(world, child, group)
  return (
    open
      .filter((booking) => isForDuty(booking, group, last))
      .sort((a, b) => byDay(dayOfBooking(a), dayOfBooking(b)))[0] ?? null
  )
}

const dayOfBooking = (booking: Booking): PlainDate | null => nextMeeting(booking)?.on ?? booking.review.heldOn

/** Whether an open review is the one that is due next: of the group, and for a day after the last that was held. */
export function isForDuty(booking: Booking, group: ReviewGroup, last: PlainDate | null): boolean {
  const day = dayOfBooking(booking)
  const { status, kind } = booking.review
  const isNext = day === null || last === null || isAfter(day, last) || booking.review.heldOn !== null
  return status === 'PLANNED' && groupOf[kind] === group && isNext
}

/** The day of the last review of a group that a child had; null where none is known. */
export function lastReviewOf(world: World, child: string, group: ReviewGroup): PlainDate | null {
  const history = group === 'care' ? historyOf(world, child) : null
  if (history) return cycleOf(world, history).held.at(-1)?.heldOn ?? null
  const kinds = registerReviewsOf(world, child).map(({ kind }) => kind)
  return lastHeld(
    registerReviewsOf(world, child),
    kinds.filter((kind) => groupOf[kind] === group),
    world.asAt,
  )
}
