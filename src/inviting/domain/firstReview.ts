import { periodOn } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { cycleOf } from '../../reviews/domain/world.ts'

/**
 * Whether no review of the child's present care has been held yet, as far as the records go. False for who
 * is not looked after.
 */
export function isFirstReview(world: World, child: string): boolean {
  const history = historyOf(world, child)
  const period = history && periodOn(history, world.asAt)
  if (!period) return false
  return period.isStartRecorded && !cycleOf(world, history).held.some((held) => held.period === period)
}
