import type { WatchedPersonFact } from '../registers/people.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'

/** Whether the service watches over someone on a day: from its first day up to, not including, its end. */
export const isUnderWatch = ({ from, to }: Pick<WatchedPersonFact, 'from' | 'to'>, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))
