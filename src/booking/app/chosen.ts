import type { World } from '../../children/domain/world.ts'
import { bookings } from '../domain/bookings.ts'
import type { Asked, BookingDeps } from './ports.ts'

/** One of several reviews that someone has marked in a list. */
export interface ChosenReview {
  reviewRef: string
  /** What the page showed of the review: `fingerprintOf`. */
  replaces: string
}

/** Of the reviews that were marked, those that may be seen, each once. */
export async function seenChosen(
  { seenWorlds, today }: BookingDeps,
  { by, authority }: Asked,
  chosen: readonly ChosenReview[],
): Promise<{ world: World; reviews: readonly (ChosenReview & { child: string })[] }> {
  const world = await seenWorlds(by, 'reviews.book').onDay(authority.code, today(), null)
  const byRef = new Map(chosen.map((one) => [one.reviewRef, one]))
  const reviews = [...byRef.values()].flatMap((one) => {
    const booking = bookings(world).get(one.reviewRef)
    return booking ? [{ ...one, child: booking.review.child }] : []
  })
  return { world, reviews }
}
