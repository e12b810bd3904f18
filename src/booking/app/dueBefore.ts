import { bookingPermissions } from '../permissions.ts'
import { type PlainDate, addDays, isBefore } from '../../kernel/dates.ts'
import { dueOf } from '../domain/plan.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import type { SeenReview } from './seen.ts'

/**
 * By when a review that was held on a day was due: as the day before it saw it, since a return may have brought the
 * review meanwhile, and then another is due next. Null where nothing said.
 */
export async function dueBefore(
  deps: BookingDeps,
  asking: Asking,
  { child, booking, world }: SeenReview,
  heldOn: PlainDate,
): Promise<PlainDate | null> {
  const { kind } = booking.review
  if (!isBefore(heldOn, world.asAt)) return dueOf(world, child, kind)
  const before = await seenChild(deps, asking, bookingPermissions.book, child, addDays(heldOn, -1))
  return (before && dueOf(before.world, child, kind)) ?? dueOf(world, child, kind)
}
