import { date } from '../../../kernel/dates.ts'
import type { CellKind } from '../tables.ts'

/** No one in a return was born before it, and no plan reaches beyond it: outside, a year is a slip of the keys. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

// Several spaces, tabs and line ends within a value say no more than one space.
const BREAKS = /\s{2,}|[^\S ]/g

const isoByText = new Map<string, string | null>()
const MOST_REMEMBERED = 50_000

/**
 * The plain value of a cell: a date as `2023-03-31`, a number as its digits, a code in capitals without spaces around
 * it; `''` where blank. Null where the cell holds no such thing; `whyUnreadable` then says why.
 */
export function valueOf(kind: CellKind, cell: string): string | null {
  if (cell === '') return ''
  const text = cell.trim()
  if (kind === 'text') return text.replace(BREAKS, ' ').toUpperCase()
  if (text === '') return ''
  if (kind === 'number') return /^\d{1,6}$/.test(text) ? text : null
  const known = isoByText.get(text)
  if (known !== undefined) return known
  const iso = isoDate(text)
  if (isoByText.size < MOST_REMEMBERED) isoByText.set(text, iso)
  return iso
}

/** Why a cell is not what its column holds, to be read after the cell itself. */
export function whyUnreadable(kind: CellKind, cell: string): string {
  const text = cell.trim()
  if (kind === 'number') return 'is not a whole number'
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

const isPlausibleYear = (year: string): boolean => Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR

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
