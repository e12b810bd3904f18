import { bookingPermissions } from '../permissions.ts'
import { type AskingFrom, type SeenChild, seenChild } from '../../access/app/asking.ts'
import type { World } from '../../children/domain/world.ts'
import { type Booking, bookings } from '../domain/bookings.ts'
import type { BookingDeps } from './ports.ts'

/** A review of a child that the person who books may see. */
export interface SeenReview extends SeenChild {
  booking: Booking
}

/** The review of a child that may be seen, in the world of today; null where there is none. */
export async function seenReview(
  deps: BookingDeps,
  asking: AskingFrom,
  { child, reviewRef }: { child: string; reviewRef: string },
): Promise<SeenReview | null> {
  const seen = await seenChild(deps, asking, bookingPermissions.book, child)
  const booking = seen && bookings(seen.world).get(reviewRef)
  return seen && booking?.review.child === child ? { ...seen, booking } : null
}

/** One of several reviews that someone has marked in a list. */
export interface ChosenReview {
  reviewRef: string
  /** The version that the page showed: `versionOfBooking`. */
  replaces: string
}

/** Of the reviews that were marked, those that may be seen, each once. */
export async function seenChosen(
  { seenWorlds, today }: BookingDeps,
  { by, authority }: AskingFrom,
  chosen: readonly ChosenReview[],
): Promise<{ world: World; reviews: readonly (ChosenReview & { child: string })[] }> {
  const world = await seenWorlds(by, bookingPermissions.book).onDay(authority.code, today(), null)
  const byRef = new Map(chosen.map((one) => [one.reviewRef, one]))
  const reviews = [...byRef.values()].flatMap((one) => {
    const booking = bookings(world).get(one.reviewRef)
    return booking ? [{ ...one, child: booking.review.child }] : []
  })
  return { world, reviews }
}
