import { people } from '../../children/registers/people.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Booking, bookings } from '../domain/bookings.ts'
import type { Asked, BookingDeps } from './ports.ts'

/** A child as whoever books may see it. */
export interface SeenChild {
  child: string
  world: World
}

/** A review of a child that whoever books may see. */
export interface SeenReview extends SeenChild {
  booking: Booking
}

/** The world of a child on a day; null where the child is not known or may not be seen, which are the same. */
export async function seenChild(
  { seenWorlds, today }: BookingDeps,
  { by, authority }: Asked,
  child: string,
  day: PlainDate = today(),
): Promise<SeenChild | null> {
  const world = await seenWorlds(by, 'reviews.book').ofChild(authority.code, child, day, null)
  const isWatched = recordsOf(world, people).some((person) => person.child === child)
  return world.histories.length > 0 || isWatched ? { child, world } : null
}

/** The review of a child that may be seen, in the world of today; null where there is none. */
export async function seenReview(
  deps: BookingDeps,
  asked: Asked,
  { child, reviewRef }: { child: string; reviewRef: string },
): Promise<SeenReview | null> {
  const seen = await seenChild(deps, asked, child)
  const booking = seen && bookings(seen.world).get(reviewRef)
  return seen && booking?.review.child === child ? { ...seen, booking } : null
}
