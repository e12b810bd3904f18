/**
 * Plain dates for every room: civil days without a time or a zone, each made once and shared. They have the fields and the text
 * of `Temporal.PlainDate`; the questions below are answered from their numbers. A year's figures ask hundreds of
 * thousands of them.
 */
import { Temporal } from 'temporal-polyfill'
import { civilDate, dayNumberOf, dayNumberOfIso, monthsAfter } from './dayNumbers.ts'

/** Made here alone. */
class Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  /** Days since 1 January 1970: what orders days. */
  readonly number: number

  constructor(number: number) {
    const { year, month, day } = civilDate(number)
    this.year = year
    this.month = month
    this.day = day
    this.number = number
  }

  /** 1 for Monday to 7 for Sunday. */
  get dayOfWeek(): number {
    return ((((this.number + 3) % 7) + 7) % 7) + 1
  }

  /** `2026-04-01`; a year that four digits can't write has a sign and six. */
  toString(): string {
    const { year, month, day } = this
    const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
    const digits = String(Math.abs(year)).padStart(sign === '' ? 4 : 6, '0')
    return `${sign}${digits}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
  }

  toJSON(): string {
    return this.toString()
  }

  /** Days are compared by the functions below: `<` would compare texts. */
  valueOf(): never {
    throw new TypeError('days are compared with isBefore and its like')
  }
}

export type PlainDate = Day
export type Instant = Temporal.Instant

/** 1 January 1850: from it on, for 270 years, every day is made once. A flood of nonsense dates must not fill the memory. */
const FIRST_DAY_REMEMBERED = -43_829
const MOST_DAYS_REMEMBERED = 100_000
const days = new Array<PlainDate | undefined>(MOST_DAYS_REMEMBERED)

/** Days since 1 January 1970; the number that orders dates. */
export const dayNumber = (day: PlainDate): number => day.number

/** The day with this day number. */
export function dateOfDayNumber(number: number): PlainDate {
  const place = number - FIRST_DAY_REMEMBERED
  const known = days[place]
  if (known) return known
  if (!Number.isInteger(number)) throw new RangeError(`no day has the number ${number}`)
  const made = new Day(number)
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
export const isPlainDate = (value: unknown): value is PlainDate => value instanceof Day
