/**
 * Plain dates for every room: `Temporal.PlainDate` values, each civil day made once and shared.
 *
 * Making, adding to or comparing a `PlainDate` costs microseconds; a year's figures ask hundreds of thousands of such
 * questions. So every day has one shared value and a remembered day number, and the questions below are answered
 * from those numbers.
 */
import { Temporal } from 'temporal-polyfill'
import { civilDate, dayNumberOf, dayNumberOfIso, monthsAfter } from './dayNumbers.ts'

export type PlainDate = Temporal.PlainDate
export type Instant = Temporal.Instant

const DAY_NUMBER = Symbol('day number')
/** 1 January 1850: from it on, for 270 years, every day is made once. A flood of nonsense dates must not fill the memory. */
const FIRST_DAY_REMEMBERED = -43_829
const MOST_DAYS_REMEMBERED = 100_000
const days = new Array<PlainDate | undefined>(MOST_DAYS_REMEMBERED)

/** Days since 1 January 1970; the number that orders dates. */
export function dayNumber(day: PlainDate): number {
  if (DAY_NUMBER in day && typeof day[DAY_NUMBER] === 'number') return day[DAY_NUMBER]
  const number = dayNumberOf(day.year, day.month, day.day)
  rememberNumber(day, number)
  return number
}

/**
 * Writes the number on the value itself. Kept beside it, in a `WeakMap`, it takes twenty times as long to read, and a
 * test's `deepEqual` would take any two days for the same: a `PlainDate` shows nothing of its own.
 */
function rememberNumber(day: PlainDate, number: number): void {
  Object.defineProperty(day, DAY_NUMBER, { value: number, enumerable: true })
}

/** The day with this day number. */
export function dateOfDayNumber(number: number): PlainDate {
  const place = number - FIRST_DAY_REMEMBERED
  const known = days[place]
  if (known) return known
  const { year, month, day } = civilDate(number)
  const made = new Temporal.PlainDate(year, month, day)
  rememberNumber(made, number)
  if (place >= 0 && place < MOST_DAYS_REMEMBERED) days[place] = made
  return made
}

/** The date written `YYYY-MM-DD`. Throws `RangeError` for anything else, also for a day that does not exist. */
export function date(iso: string): PlainDate {
  const number = dayNumberOfIso(iso)
  if (Number.isNaN(number)) throw new RangeError(`not a date like 2026-04-01: ${iso}`)
  return dateOfDayNumber(number)
}

/** The date of this year, month (1 to 12) and day. Throws `RangeError` where there is no such day. */
export function dateOf(year: number, month: number, day: number): PlainDate {
  const number = dayNumberOf(year, month, day)
  if (Number.isNaN(number)) throw new RangeError(`there is no day ${day} in month ${month} of ${year}`)
  return dateOfDayNumber(number)
}

/** Negative, zero or positive as `a` lies before, on or after `b`: an order for sorting. */
export const compareDates = (a: PlainDate, b: PlainDate): number => dayNumber(a) - dayNumber(b)
export const isBefore = (a: PlainDate, b: PlainDate): boolean => dayNumber(a) < dayNumber(b)
export const isAfter = (a: PlainDate, b: PlainDate): boolean => dayNumber(a) > dayNumber(b)
export const isOnOrBefore = (a: PlainDate, b: PlainDate): boolean => dayNumber(a) <= dayNumber(b)
export const isOnOrAfter = (a: PlainDate, b: PlainDate): boolean => dayNumber(a) >= dayNumber(b)
export const isSameDay = (a: PlainDate, b: PlainDate): boolean => dayNumber(a) === dayNumber(b)

/** Whether `day` lies from `first` to `last`, both included. */
export const isWithin = (day: PlainDate, first: PlainDate, last: PlainDate): boolean =>
  isOnOrAfter(day, first) && isOnOrBefore(day, last)

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (isBefore(b, a) ? b : a)
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (isAfter(b, a) ? b : a)

/** Calendar days from `from` to `to`; negative where `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** `days` calendar days after `day` (before it, where negative). */
export const addDays = (day: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumber(day) + days)

const monthsLater = new Map<number, PlainDate>()

/**
 * The same day-number `months` months on, or that month's last day where it has no such day.
 * Source: the corresponding-date rule, Dodds v Walker [1981] 1 WLR 1027 (HL); CAL-3.
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const key = dayNumber(day) * 4096 + months
  const known = monthsLater.get(key)
  if (known) return known
  const made = dateOfDayNumber(monthsAfter(dayNumber(day), months))
  if (monthsLater.size < MOST_DAYS_REMEMBERED) monthsLater.set(key, made)
  return made
}

/** `Tuesday`. */
export function weekdayName(day: PlainDate): string {
  return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][day.dayOfWeek - 1] ?? ''
}

const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
] // prettier-ignore

/** `April`. */
export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? ''

/** `9 May 2023`. */
export const longDate = (day: PlainDate): string => `${day.day} ${monthName(day.month)} ${day.year}`

/** `9 May 2023`, or other words where there is no day. */
export const longDateOr = (day: PlainDate | null, otherwise: string): string =>
  day === null ? otherwise : longDate(day)

/** `Tuesday 9 May 2023`. */
export const longDateWithWeekday = (day: PlainDate): string => `${weekdayName(day)} ${longDate(day)}`

/** The moment this text names (`2026-11-22T10:00:00Z`). Throws `RangeError` where it names none. */
export const instant = (text: string): Instant => Temporal.Instant.from(text)

/** Whether a value is a day. */
export const isPlainDate = (value: unknown): value is PlainDate => value instanceof Temporal.PlainDate
