import { type PlainDate, date, dateOfDayNumber, dayNumber, longDate } from '../kernel/dates.ts'

/** One day on which England does not work, other than a weekend. */
export interface BankHoliday {
  on: PlainDate
  name: string
}

/**
 * The bank holidays of England, and the span of days for which the list is known to be complete.
 * Made once from data (`bankHolidaysOf`); every rule takes it as an argument.
 */
export interface BankHolidays {
  firstKnownDay: PlainDate
  lastKnownDay: PlainDate
  /** The name of the holiday on this day, or null. */
  nameOn: (day: PlainDate) => string | null
  /** How many working days lie from `firstKnownDay` to this day, both included. Throws `CalendarTooShort`. */
  workingDaysUpTo: (day: PlainDate) => number
  /** The nth working day since `firstKnownDay` (the first is 1). Throws `CalendarTooShort`. */
  nthWorkingDay: (n: number) => PlainDate
}

/** Thrown where an answer would need bank holidays that are not in the list: a guess would give a wrong date. */
export class CalendarTooShort extends Error {
  override readonly name = 'CalendarTooShort'
  constructor(firstKnownDay: PlainDate, lastKnownDay: PlainDate) {
    super(
      `bank holidays are known from ${longDate(firstKnownDay)} to ${longDate(lastKnownDay)} only; update the list to count further`,
    )
  }
}

/** The answer, or null where it would need bank holidays that are not in the list. */
export function unlessCalendarTooShort<T>(answer: () => T): T | null {
  try {
    return answer()
  } catch (error) {
    if (error instanceof CalendarTooShort) return null
    throw error
  }
}

/**
 * The calendar of the listed holidays, complete from `firstKnownDay` to `lastKnownDay`.
 * Source: Banking and Financial Dealings Act 1971 and proclamations; CAL-1.
 */
export function bankHolidaysOf(
  holidays: readonly BankHoliday[],
  firstKnownDay: PlainDate,
  lastKnownDay: PlainDate,
): BankHolidays {
  const names = new Map(holidays.map((holiday) => [dayNumber(holiday.on), holiday.name]))
  const first = dayNumber(firstKnownDay)
  const last = dayNumber(lastKnownDay)
  const workingDays: number[] = []
  const countUpTo: number[] = []
  for (let day = first; day <= last; day++) {
    // Day 0, 1 January 1970, was a Thursday: 0 is then Monday, 5 and 6 the weekend.
    const isWeekend = (((day + 3) % 7) + 7) % 7 >= 5
    if (!isWeekend && !names.has(day)) workingDays.push(day)
    countUpTo.push(workingDays.length)
  }
  const tooShort = () => new CalendarTooShort(firstKnownDay, lastKnownDay)
  return {
    firstKnownDay,
    lastKnownDay,
    nameOn: (day) => names.get(dayNumber(day)) ?? null,
    workingDaysUpTo: (day) => {
      const count = countUpTo[dayNumber(day) - first]
      if (count === undefined) throw tooShort()
      return count
    },
    nthWorkingDay: (n) => {
      const day = workingDays[n - 1]
      if (day === undefined) throw tooShort()
      return dateOfDayNumber(day)
    },
  }
}

/** What the data file of holidays holds, as far as Footprint reads it. */
export interface BankHolidayFile {
  days: readonly { date: string; name: string }[]
}

/**
 * The calendar of a data file that lists whole calendar years: known from 1 January of the first year listed to
 * 31 December of the last. Throws `RangeError` for a date that does not exist, or an empty list.
 */
export function bankHolidaysFromFile(file: BankHolidayFile): BankHolidays {
  const holidays = file.days.map((day) => ({ on: date(day.date), name: day.name }))
  const years = holidays.map((holiday) => holiday.on.year)
  if (years.length === 0) throw new RangeError('the list of bank holidays is empty')
  const [from, to] = [Math.min(...years), Math.max(...years)]
  return bankHolidaysOf(holidays, date(`${from}-01-01`), date(`${to}-12-31`))
}
