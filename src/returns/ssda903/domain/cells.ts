import { isoOfTyped, whyNoDate } from '../../../kernel/typedDates.ts'
import { visibleName } from '../../../kernel/visibleText.ts'
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
  if (kind === 'text') return (isPlain(text) ? text : visibleName(text).replace(BREAKS, ' ')).toUpperCase()
  if (text === '') return ''
  if (kind === 'number') return /^\d{1,6}$/.test(text) ? text : null
  return isoOfTyped(text)
}

/** Whether nothing in a text may be a break: nearly every cell is a code or a number. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= SPACE || code > LAST_OF_ASCII) return false
  }
  return true
}

const SPACE = 0x20
const LAST_OF_ASCII = 0x7e

/** Why a cell is not what its column holds, to be read after the cell itself. */
export const whyUnreadable = (kind: CellKind, cell: string): string =>
  kind === 'number' ? 'is not a whole number' : whyNoDate(cell.trim())
