/**
 * Days as bare numbers (`dayNumber` of dates.ts), for engines that compare millions of dates and show none of them.
 * `NaN` stands for "no date": every comparison with it is false, and arithmetic keeps it.
 */

/** The number of this day; month 1 to 12. `NaN` where there is no such day. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? daysBefore(year, month) + day - 1 : NaN
}

/** `addMonths` of dates.ts for a day number: the same day-number `months` on, or that month's last day. */
export function monthsAfter(day: number, months: number): number {
  if (Number.isNaN(day)) return NaN
  const from = civilDate(day)
  const monthsSinceYear0 = from.year * 12 + from.month - 1 + months
  const year = Math.floor(monthsSinceYear0 / 12)
  const month = monthsSinceYear0 - year * 12 + 1
  return daysBefore(year, month) + Math.min(from.day, daysInMonth(year, month)) - 1
}

/** `years` years on; 29 February becomes 28 February in a common year. */
export const yearsAfter = (day: number, years: number): number => monthsAfter(day, years * 12)

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Years are counted from March, so that the leap day comes last: month 0 is March, and 153 days are five months.
// 719,468 days lie between 1 March of the year 0 and 1 January 1970.
const DAYS_TO_1970 = 719_468
const DAYS_IN_400_YEARS = 146_097

/** The day number of the first of the month. */
function daysBefore(year: number, month: number): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) - DAYS_TO_1970
}

/** The year, month and day of a day number: the way back. */
export function civilDate(number: number): { year: number; month: number; day: number } {
  const days = number + DAYS_TO_1970
  const era = Math.floor(days / DAYS_IN_400_YEARS)
  const dayOfEra = days - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

const DIGIT_ZERO = 0x30
const HYPHEN = 0x2d
const SLASH = 0x2f

/** The number of the day written `2023-03-31`; `NaN` where none is. Digit by digit: records hold a million days. */
export const dayNumberOfIso = (text: string): number =>
  text.length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN
    ? dayNumberOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
    : NaN

/** The number of the day written `31/03/2023` or `2023-03-31`; `NaN` where none is. */
export const dayNumberOfWritten = (text: string): number =>
  text.length === 10 && text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH
    ? dayNumberOf(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2))
    : dayNumberOfIso(text)

/** The number written in a text from `from` up to `end`; `NaN` where anything but a digit stands there. */
function digits(text: string, from: number, end: number): number {
  let number = 0
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - DIGIT_ZERO
    if (digit < 0 || digit > 9) return NaN
    number = number * 10 + digit
  }
  return number
}
