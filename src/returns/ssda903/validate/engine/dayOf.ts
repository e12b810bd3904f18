import { dayNumberOf, dayNumberOfWritten } from '../../../../kernel/dayNumbers.ts'
import type { Day } from './rows.ts'

// A year with a digit too few or too many is a slip, not a date in antiquity.
const EARLIEST = dayNumberOf(1700, 1, 1)
const LATEST = dayNumberOf(2261, 12, 31)

/**
 * The day of a cell: `DD/MM/YYYY`, as CSV files have it (a nought before the day or month may be left out), or
 * `YYYY-MM-DD`, as XML has it. `NaN` for anything else.
 */
export function dayOf(text: string): Day {
  const number = text.length === 8 || text.length === 9 ? withoutNoughts(text) : dayNumberOfWritten(text)
  return number >= EARLIEST && number <= LATEST ? number : NaN
}

function withoutNoughts(text: string): Day {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return dayNumberOf(Number(year), Number(month), Number(day))
}
