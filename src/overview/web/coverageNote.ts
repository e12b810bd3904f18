import { lastDayCovered } from '../../children/domain/coverage.ts'
import type { World } from '../../children/domain/world.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'

/** What to bear in mind where the day shown lies past the last return; empty where the returns reach to it. */
export function coverageNote(world: World): string {
  const last = lastDayCovered(world.coverage)
  if (last === null || !isBefore(last, world.asAt)) return ''
  return `The latest return here reaches to ${longDate(last)}. What was done after that is not known, so something shown as overdue may have been done.`
}
