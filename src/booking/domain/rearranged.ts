import { rearrangements, type RearrangementFact } from '../../reviews/registers/rearrangements.ts'
import { recordsOf } from '../../world/world.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates } from '../../kernel/dates.ts'
import type { HeldReview } from '../../reviews/domain/cycle.ts'
import { reviewsHeldInYear } from '../../reviews/domain/world.ts'

/** The moves of a year, and what they amount to. */
export interface RearrangedInYear {
  /** The latest first. */
  moves: readonly RearrangementFact[]
  /** Of the reviews held in the year, how many were moved at least once, and how many there were. */
  reviewsMoved: number
  reviewsHeld: number
  /** How often each was said to have asked, most often first. */
  byAsker: readonly { asker: RearrangementFact['askedBy']; count: number }[]
  byReason: readonly { reason: string; count: number }[]
}

/** What became of bookings in the year of the world. The share counts reviews, not moves: `kpi-definitions` 12. */
export function rearrangedInYear(world: World): RearrangedInYear {
  const moves = recordsOf(world, rearrangements)
    .filter(({ on }) => isInYear(on, world.year) && compareDates(on, world.asAt) <= 0)
    .sort((a, b) => compareDates(b.on, a.on) || a.reviewRef.localeCompare(b.reviewRef) || b.number - a.number)
  const held = reviewsHeldInYear(world)
  return {
    moves,
    reviewsHeld: held.length,
    reviewsMoved: held.filter(({ details }) => (details?.timesRearranged ?? 0) > 0).length,
    byAsker: counts(moves, ({ askedBy }) => askedBy).map(([asker, count]) => ({ asker, count })),
    byReason: counts(moves, ({ reason }) => reason).map(([reason, count]) => ({ reason, count })),
  }
}

function counts<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, number][] {
  return [...Map.groupBy(items, keyOf)]
    .map(([key, group]): [Key, number] => [key, group.length])
    .sort((a, b) => b[1] - a[1])
}

/** The reviews of the year that were held late, the latest first. */
export const heldLateInYear = (world: World): HeldReview[] =>
  reviewsHeldInYear(world)
    .filter(({ isOnTime }) => isOnTime === false)
    .sort((a, b) => compareDates(b.heldOn, a.heldOn))
