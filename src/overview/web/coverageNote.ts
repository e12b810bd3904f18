import type { World } from '../../children/domain/world.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'
import { knownTo } from '../../world/deadlines.ts'

/** What to bear in mind where the day shown lies past what is known; empty where the data reach to it. */
export function coverageNote(world: World): string {
  const last = knownTo(world)
  if (!isBefore(last, world.asAt)) return ''
  return `The data here reach to ${longDate(last)}. What was done after that is not known: what fell due after it is not called overdue, and days late are counted to it.`
}
