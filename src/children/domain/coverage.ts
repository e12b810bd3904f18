import { reportingYear } from '../../calendar/reportingYear.ts'
import { type PlainDate, addDays, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import type { ReturnCoverage } from './record.ts'

/**
 * From which day on the returns that are in the records say everything about reviews up to `day`: the first day of the
 * run of yearly returns that `day` falls in or after. Null: from the beginning, since a return of that run carries
 * earlier reviews with it. `day` itself where no return speaks of any day up to it.
 */
export function reviewsAreKnownFrom(coverage: readonly ReturnCoverage[], day: PlainDate): PlainDate | null {
  const years = coverage
    .map((one) => ({ ...one, ...reportingYear(one.year) }))
    .filter((year) => isOnOrBefore(year.firstDay, day))
    .sort((a, b) => b.year - a.year)
  let from = day
  for (const year of years) {
    const isNextInRun = year === years[0] || isSameDay(addDays(year.lastDay, 1), from)
    if (!isNextInRun) break
    if (year.carriesEarlierReviews) return null
    from = year.firstDay
  }
  return from
}

/** The last day of the latest return; null where there is none. */
export function lastDayCovered(coverage: readonly ReturnCoverage[]): PlainDate | null {
  let last: PlainDate | null = null
  for (const { year } of coverage) {
    const { lastDay } = reportingYear(year)
    if (last === null || isAfter(lastDay, last)) last = lastDay
  }
  return last
}
