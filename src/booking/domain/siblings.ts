import { family } from '../../children/registers/family.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { daysBetween } from '../../kernel/dates.ts'
import { type PlannedReview, planOf } from './plan.ts'

/** Reviews of brothers and sisters due within so many days of each other can be booked on one day. */
const NEAR_DAYS = 42

/** The brothers and sisters of a child, as far as the register of family ties says, whichever way round it says it. */
export function siblingsOf(world: World, child: string): string[] {
  const found = recordsOf(world, family).flatMap((tie) => {
    if (tie.kind !== 'SIBLING') return []
    if (tie.child === child) return [tie.relative]
    return tie.relative === child ? [tie.child] : []
  })
  return [...new Set(found)].sort()
}

/** The reviews of brothers and sisters that are not booked and due near the child's own. */
export function siblingsToBook(world: World, own: PlannedReview): PlannedReview[] {
  const siblings = siblingsOf(world, own.child)
  return planOf(world).filter(
    (entry) =>
      siblings.includes(entry.child) &&
      entry.state === 'not_booked' &&
      entry.due !== null &&
      own.due !== null &&
      Math.abs(daysBetween(own.due, entry.due)) <= NEAR_DAYS,
  )
}
