import { type PlainDate, addDays } from '../../src/kernel/dates.ts'
import type { Random } from '../../src/synthetic/domain/random.ts'
import { officerId, working } from './workingAuthority.ts'

const TIMES = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00']
const DAYS = 5

/** A time of an officer, of which there are so few that people meet at them. */
export function someTime(random: Random): { officerId: string; on: PlainDate; startsAt: string } {
  return {
    officerId: officerId(random.between(0, working.officers - 1)),
    on: addDays(working.today, random.between(1, DAYS)),
    startsAt: random.oneOf(TIMES),
  }
}
