/** Dates as people and exports write them: `31/03/2023` or `2023-03-31`. */
import { dateOfDayNumber } from './dates.ts'
import { dayNumberOf, digits } from './dayNumbers.ts'

/** No one in a record was born before it, and no plan reaches beyond it: outside, a year is a slip of the keys. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const FIRST_DAY = dayNumberOf(FIRST_YEAR, 1, 1)
/** By days since the first: a return writes the same days a million times. */
const isoTexts: string[] = []

const SLASH = 0x2f
const HYPHEN = 0x2d

/** The date that a text without spaces around it says, as `2023-03-31`; null where it says none. */
export function isoOfTyped(text: string): string | null {
  const { year, month, day } = partsOf(text)
  if (!isPlausibleYear(year)) return null
  const number = dayNumberOf(year, month, day)
  if (Number.isNaN(number)) return null
  return (isoTexts[number - FIRST_DAY] ??= dateOfDayNumber(number).toString())
}

/** Why a text says no date, to be read after the text itself. */
export function whyNoDate(text: string): string {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text))
    return 'has a year of two digits: write it with four, like 31/03/2023'
  const { year, month, day } = partsOf(text)
  if (Number.isNaN(year + month + day)) return 'is not a date like 31/03/2023'
  return isPlausibleYear(year) ? 'is a day that does not exist' : 'has a year that can’t be meant'
}

/** The numbers in a text like `31/03/2023` or `2023-03-31`; where one is `NaN`, it is like neither. */
function partsOf(text: string): { year: number; month: number; day: number } {
  if (text.length === 10 && text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH)
    return { year: digits(text, 6, 10), month: digits(text, 3, 5), day: digits(text, 0, 2) }
  if (text.length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN)
    return { year: digits(text, 0, 4), month: digits(text, 5, 7), day: digits(text, 8, 10) }
  return { year: NaN, month: NaN, day: NaN }
}

/** Whether someone can have meant this year. Far beyond, months and years counted from it would leave the calendar. */
export const isPlausibleYear = (year: string | number): boolean =>
  Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
