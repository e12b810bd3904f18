import { dayOf } from '../../engine/dayOf.ts'
import type { Day } from '../../engine/rows.ts'

const UNKNOWN_YEAR = /\/ZZZZ$/

/**
 * The first day that a date known in part (`ZZ/05/2021`) may stand for; with an unknown year, a day of 2000. `NaN` where
 * it is no date.
 */
export function earliestDay(written: string): Day {
  return dayOf(written.replace(/^ZZ\//, '01/').replace('/ZZ/', '/01/').replace(UNKNOWN_YEAR, '/2000'))
}

/** Whether not even the year of the date is known. */
export const isYearUnknown = (written: string): boolean => UNKNOWN_YEAR.test(written)
