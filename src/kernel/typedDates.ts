/** Dates as people and exports write them: `31/03/2023` or `2023-03-31`. */
import { dateOfDayNumber } from './dates.ts'
import { dayNumberOf, dayNumberOfWritten } from './dayNumbers.ts'

/** No one in a record was born before it, and no plan reaches beyond it: outside, a year is a slip of the keys. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const FIRST_DAY = dayNumberOf(FIRST_YEAR, 1, 1)
/** By days since the first, up to the last: a return writes the same days a million times. */
const isoTexts = new Array<string | undefined>(dayNumberOf(LAST_YEAR, 12, 31) - FIRST_DAY + 1)

/** The date that a text without spaces around it says, as `2023-03-31`; null where it says none. */
export function isoOfTyped(text: string): string | null {
  const number = dayNumberOfWritten(text)
  const place = number - FIRST_DAY
  if (!(place >= 0 && place < isoTexts.length)) return null
  return (isoTexts[place] ??= dateOfDayNumber(number).toString())
}

/** Why a text says no date, to be read after the text itself. */
export function whyNoDate(text: string): string {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text))
    return 'has a year of two digits: write it with four, like 31/03/2023'
  const [, year, isoYear] = /^(?:\d{2}\/\d{2}\/(\d{4})|(\d{4})-\d{2}-\d{2})$/.exec(text) ?? []
  const written = year ?? isoYear
  if (written === undefined) return 'is not a date like 31/03/2023'
  return isPlausibleYear(written) ? 'is a day that does not exist' : 'has a year that can’t be meant'
}

/** Whether someone can have meant this year. Far beyond, months and years counted from it would leave the calendar. */
export const isPlausibleYear = (year: string | number): boolean =>
  Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
