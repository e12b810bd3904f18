import { type PlainDate, addMonths, dateOf, dayNumber, earlierOf, isBefore, isWithin } from '../kernel/dates.ts'
import { civilDate } from '../kernel/dayNumbers.ts'
import { isPlausibleYear } from '../kernel/typedDates.ts'

/**
 * A year of the return, 1 April to 31 March, both included. CAL-9. Or other days that figures are counted over, as of the
 * year in which they end: `daysOf`.
 */
export interface ReportingYear {
  /** `2022-23`. */
  name: string
  /** The calendar year in which it starts: 2022. */
  startYear: number
  firstDay: PlainDate
  lastDay: PlainDate
}

const years = new Map<number, ReportingYear>()

/** The reporting year that starts on 1 April of `startYear`. */
export function reportingYear(startYear: number): ReportingYear {
  const known = years.get(startYear)
  if (known) return known
  const year = {
    name: `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`,
    startYear,
    firstDay: dateOf(startYear, 4, 1),
    lastDay: dateOf(startYear + 1, 3, 31),
  }
  years.set(startYear, year)
  return year
}

/** The year written `2022-23`, or null where the text is no such year, or one that nobody can mean. */
export function parseReportingYear(text: string): ReportingYear | null {
  if (!/^\d{4}-\d{2}$/.test(text) || !isPlausibleYear(text.slice(0, 4))) return null
  const year = reportingYear(Number(text.slice(0, 4)))
  return year.name === text ? year : null
}

/** The reporting year that a day belongs to. */
export function reportingYearOf(day: PlainDate): ReportingYear {
  const { year, month } = civilDate(dayNumber(day))
  return reportingYear(month >= 4 ? year : year - 1)
}

/** Other days to count over than those of a whole year, both included: a month, twelve months up to a month's end. */
export const daysOf = (firstDay: PlainDate, lastDay: PlainDate): ReportingYear => ({
  ...reportingYearOf(lastDay),
  firstDay,
  lastDay,
})

export const previousYear = (year: ReportingYear): ReportingYear => reportingYear(year.startYear - 1)
export const nextYear = (year: ReportingYear): ReportingYear => reportingYear(year.startYear + 1)

/** The last day of the year that can be told of: its own last day, or today while it is not over. */
export const lastDayToCount = (year: ReportingYear, today: PlainDate): PlainDate => earlierOf(year.lastDay, today)

/** Up to which day the year before is compared: to its end, or to the same day where the year is counted in part. */
export const comparedTo = (year: ReportingYear, countedTo: PlainDate): PlainDate =>
  isBefore(countedTo, year.lastDay) ? addMonths(countedTo, -12) : previousYear(year).lastDay

export const isInYear = (day: PlainDate, year: ReportingYear): boolean => isWithin(day, year.firstDay, year.lastDay)
