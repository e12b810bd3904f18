/** Dates as people and exports write them: `31/03/2023` or `2023-03-31`. */
import { date } from './dates.ts'

/** No one in a record was born before it, and no plan reaches beyond it: outside, a year is a slip of the keys. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const isoByText = new Map<string, string | null>()
const MOST_REMEMBERED = 50_000

/** The date that a text without spaces around it says, as `2023-03-31`; null where it says none. */
export function isoOfTyped(text: string): string | null {
  const known = isoByText.get(text)
  if (known !== undefined) return known
  const iso = isoDate(text)
  if (isoByText.size < MOST_REMEMBERED) isoByText.set(text, iso)
  return iso
}

/** Why a text says no date, to be read after the text itself. */
export function whyNoDate(text: string): string {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text))
    return 'has a year of two digits: write it with four, like 31/03/2023'
  const parts = dateParts(text)
  if (!parts) return 'is not a date like 31/03/2023'
  return isPlausibleYear(parts.year) ? 'is a day that does not exist' : 'has a year that can’t be meant'
}

interface DateParts {
  year: string
  month: string
  day: string
}

function dateParts(text: string): DateParts | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) return { year, month, day }
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (isoYear !== undefined && isoMonth !== undefined && isoDay !== undefined) {
    return { year: isoYear, month: isoMonth, day: isoDay }
  }
  return null
}

/** Whether someone can have meant this year. Far beyond, months and years counted from it would leave the calendar. */
export const isPlausibleYear = (year: string | number): boolean =>
  Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR

function isoDate(text: string): string | null {
  const parts = dateParts(text)
  if (!parts || !isPlausibleYear(parts.year)) return null
  const iso = `${parts.year}-${parts.month}-${parts.day}`
  try {
    date(iso)
    return iso
  } catch {
    return null
  }
}
