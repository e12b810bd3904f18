import { isoOfTyped, whyNoDate } from '../../../kernel/typedDates.ts'
import type { CellKind } from '../tables.ts'

// Several spaces, tabs and line ends within a value say no more than one space.
const BREAKS = /\s{2,}|[^\S ]/g

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
  return isoOfTyped(text)
}

/** Why a cell is not what its column holds, to be read after the cell itself. */
export const whyUnreadable = (kind: CellKind, cell: string): string =>
  kind === 'number' ? 'is not a whole number' : whyNoDate(cell.trim())
