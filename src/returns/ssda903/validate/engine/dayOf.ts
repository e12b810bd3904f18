import { dayNumberOf, digits } from '../../../../kernel/dayNumbers.ts'
import type { Day } from './rows.ts'

// A year with a digit too few or too many is a slip, not a date in antiquity.
const EARLIEST_YEAR = 1700
const LATEST_YEAR = 2261

const SLASH = 0x2f
const HYPHEN = 0x2d

/**
 * The day of a cell: `DD/MM/YYYY`, as CSV files have it (a nought before the day or month may be left out), or
 * `YYYY-MM-DD`, as XML has it. `NaN` for anything else. Read digit by digit: a return has a million dates.
 */
export function dayOf(text: string): Day {
  if (text.length === 10 && text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH)
    return plausibleDay(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2))
  if (text.length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN)
    return plausibleDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
  if (text.length !== 8 && text.length !== 9) return NaN
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return plausibleDay(Number(year), Number(month), Number(day))
}

function plausibleDay(year: number, month: number, day: number): Day {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? dayNumberOf(year, month, day) : NaN
}
