import { dayNumberOf } from '../../../../kernel/dayNumbers.ts'
import type { Day } from './rows.ts'

// A year with a digit too few or too many is a slip, not a date in antiquity.
const EARLIEST_YEAR = 1700
const LATEST_YEAR = 2261

const daysByText = new Map<string, Day>()
// A return names a few thousand days; a flood of nonsense must not fill the memory.
const MOST_TEXTS_REMEMBERED = 100_000

/** The day of a cell: `DD/MM/YYYY`, as CSV files have it, or `YYYY-MM-DD`, as XML has it. `NaN` for anything else. */
export function dayOf(text: string): Day {
  if (text === '') return NaN
  const known = daysByText.get(text)
  if (known !== undefined) return known
  const day = parse(text)
  if (daysByText.size < MOST_TEXTS_REMEMBERED) daysByText.set(text, day)
  return day
}

function parse(text: string): Day {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = british ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = british ? [british[3], british[2], british[1]] : [iso?.[1], iso?.[2], iso?.[3]]
  const isPlausible = Number(year) >= EARLIEST_YEAR && Number(year) <= LATEST_YEAR
  return isPlausible ? dayNumberOf(Number(year), Number(month), Number(day)) : NaN
}
