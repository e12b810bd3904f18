import { lastDayCovered } from '../../children/domain/coverage.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, laterOf } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { reviews } from '../registers/reviews.ts'

/**
 * The latest day of which the register of reviews tells: it may go on after the returns. Null where there is none to go on
 * after, or no entry: what was done is then told of by nothing else either.
 */
export function latestEntry(world: World): PlainDate | null {
  if (lastDayCovered(world.coverage) === null) return null
  const entered = recordsOf(world, reviews).flatMap(({ heldOn, bookedFor }) => heldOn ?? bookedFor ?? [])
  return entered.length === 0 ? null : entered.reduce(laterOf)
}
