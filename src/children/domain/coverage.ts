import { type ReportingYear, reportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { ReturnCoverage } from './record.ts'

/**
 * From which day on the returns that are in the records say everything about reviews up to `day`: the first day of the
 * run of yearly returns that `day` falls in or after. Null: from the beginning, since a return carries earlier reviews
 * with it. `day` itself where no return speaks of any day up to it.
 */
export function reviewsAreKnownFrom(coverage: readonly ReturnCoverage[], day: PlainDate): PlainDate | null {
  return knownFrom(coverage)(reportingYearOf(day).startYear) ?? (hasBegun(coverage, day) ? null : day)
}

const hasBegun = (coverage: readonly ReturnCoverage[], day: PlainDate): boolean =>
  coverage.some((one) => one.carriesEarlierReviews || isOnOrBefore(reportingYear(one.year).firstDay, day))

/** The answer for each year asked, worked out once. */
const knownFrom = rememberedFor((coverage: readonly ReturnCoverage[]) => {
  const answers = new Map<number, PlainDate | null>()
  return (year: number): PlainDate | null => {
    const known = answers.get(year)
    if (known !== undefined) return known
    const answer = firstDayOfRun(coverage, year)
    answers.set(year, answer)
    return answer
  }
})

function firstDayOfRun(coverage: readonly ReturnCoverage[], year: number): PlainDate | null {
  if (coverage.some((one) => one.carriesEarlierReviews && one.year >= year)) return null
  const newestFirst = coverage.filter((one) => one.year <= year).sort((a, b) => b.year - a.year)
  let first: number | null = null
  for (const one of newestFirst) {
    if (first !== null && one.year !== first - 1) break
    if (one.carriesEarlierReviews) return null
    first = one.year
  }
  return first === null ? null : reportingYear(first).firstDay
}

/**
 * Why figures of children are not known in this year: no return of it is there. One of a later year tells only of the
 * children who were still in it, and its numbers would pass for all. Null where the year's own return is there.
 */
export function noReturnOfYear({ year, coverage }: { year: ReportingYear; coverage: readonly ReturnCoverage[] }) {
  const missing = yearsOf(year).find(({ startYear }) => !coverage.some((one) => one.year === startYear))
  if (!missing) return null
  return coverage.some((one) => one.year > missing.startYear)
    ? `No return for ${missing.name} is known, and a later one tells only of children who are still in it.`
    : `No return for ${missing.name} is known.`
}

/** The reporting years in which the days lie: one, of a year itself and of a month; of twelve months mostly two. */
function yearsOf({ firstDay, startYear }: ReportingYear): ReportingYear[] {
  const first = Math.min(reportingYearOf(firstDay).startYear, startYear)
  return Array.from({ length: startYear - first + 1 }, (_, index) => reportingYear(startYear - index))
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
