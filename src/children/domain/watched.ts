import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { RegisterFacts, WatchedPersonFact } from './registers.ts'

/** Whether the service watches over someone on a day: from its first day up to, not including, its end. */
export const isUnderWatch = ({ from, to }: Pick<WatchedPersonFact, 'from' | 'to'>, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))

/**
 * Everyone whom the registers say the service has to do with on a day, in care or not: whom it watches over, and of whom
 * a review is planned. In order, each once.
 */
export function namedByRegisters(
  { people, reviews }: Pick<RegisterFacts, 'people' | 'reviews'>,
  day: PlainDate,
): string[] {
  const watched = people.filter((person) => isUnderWatch(person, day))
  const planned = reviews.filter(({ status }) => status === 'PLANNED')
  return [...new Set([...watched, ...planned].map(({ child }) => child))].sort()
}
