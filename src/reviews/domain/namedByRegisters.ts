import { isUnderWatch } from '../../children/domain/watched.ts'
import { people } from '../../children/registers/people.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { StoredRows } from '../../registers/register.ts'
import { reviews } from '../registers/reviews.ts'

/**
 * Everyone whom the registers say the service has to do with on a day, in care or not: whom it watches over, and of whom
 * a review is planned. In order, each once.
 */
export function namedByRegisters(registers: StoredRows, day: PlainDate): string[] {
  const watched = people.rowsIn(registers).filter((person) => isUnderWatch(person, day))
  const planned = reviews.rowsIn(registers).filter(({ status }) => status === 'PLANNED')
  return [...new Set([...watched, ...planned].map(({ child }) => child))].sort()
}
