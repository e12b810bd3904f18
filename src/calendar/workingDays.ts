import { type PlainDate, addDays, dateOfDayNumber, dayNumber } from '../kernel/dates.ts'
import type { BankHolidays } from './bankHolidays.ts'

/** Whether people work on this day: not a weekend, not a bank holiday of England. Throws `CalendarTooShort`. CAL-1. */
export function isWorkingDay(day: PlainDate, holidays: BankHolidays): boolean {
  return day.dayOfWeek < 6 && holidays.workingDaysUpTo(day) > 0 && holidays.nameOn(day) === null
}

/**
 * The last day of "within `n` working days of" an event: the event's day is day 0, working or not.
 * Throws `CalendarTooShort`. CAL-2.
 */
export function addWorkingDays(event: PlainDate, n: number, holidays: BankHolidays): PlainDate {
  return holidays.nthWorkingDay(holidays.workingDaysUpTo(event) + n)
}

/**
 * The latest day that is "at least `n` working days before" an event: day 1 is the last working day before it.
 * Throws `CalendarTooShort`. CAL-6.
 */
export function workingDaysBefore(event: PlainDate, n: number, holidays: BankHolidays): PlainDate {
  return holidays.nthWorkingDay(holidays.workingDaysUpTo(addDays(event, -1)) - n + 1)
}

/** How many working days lie after `from`, up to and including `to`. Throws `CalendarTooShort`. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: BankHolidays): number {
  return holidays.workingDaysUpTo(to) - holidays.workingDaysUpTo(from)
}

/**
 * The last working day on or before a due date: the day to put in the diary, since a limit does not move when it
 * ends on a weekend or holiday. Throws `CalendarTooShort`. CAL-5.
 */
export function latestPracticalDate(due: PlainDate, holidays: BankHolidays): PlainDate {
  return holidays.nthWorkingDay(holidays.workingDaysUpTo(due))
}

/** The bank holidays on weekdays after `from`, up to and including `to`: the days a working-day count skips. */
export function holidaysSkipped(
  from: PlainDate,
  to: PlainDate,
  holidays: BankHolidays,
): { on: PlainDate; name: string }[] {
  const skipped: { on: PlainDate; name: string }[] = []
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) {
    const day = dateOfDayNumber(number)
    const name = holidays.nameOn(day)
    if (name !== null && day.dayOfWeek < 6) skipped.push({ on: day, name })
  }
  return skipped
}
