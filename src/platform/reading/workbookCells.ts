import { visibleText } from '../../kernel/visibleText.ts'

/** The text of a cell, or why it has none. */
export type SheetCell = { text: string } | { reason: string }

/** What a sheet says of one cell. */
export interface WrittenCell {
  /** `C12`. */
  address: string
  /** How its value is kept: `s` a shared text, `str` a text, `inlineStr`, `b`, `e`, `d`, or `n` for a number. */
  kind: string
  isDate: boolean
  isFormula: boolean
  /** Its value; null where there is none, which is not the same as an empty text. */
  value: string | null
}

/** What the workbook as a whole says of its cells. */
export interface CellContext {
  sharedTexts: readonly SheetCell[]
  /** Whether days are counted from 1904. */
  is1904: boolean
  /** Whether the program that opens it is to work out every formula first: a result of 0 is then what a program put there for none. */
  isUncalculated: boolean
}

const BLANK: SheetCell = { text: '' }

/** What people see in a cell. */
export function cellOf(cell: WrittenCell, { sharedTexts, is1904, isUncalculated }: CellContext): SheetCell {
  const { value, kind, isFormula, isDate } = cell
  if (isFormula && isNotWorkedOut(cell, isUncalculated)) {
    return {
      reason: `holds a formula that was never worked out (cell ${cell.address}): open the workbook, and save it`,
    }
  }
  if (value === null) return BLANK
  switch (kind) {
    case 's':
      return (
        sharedTexts[Number(value)] ?? { reason: `holds a text that the workbook does not have (cell ${cell.address})` }
      )
    case 'str':
    case 'inlineStr':
      return textCell(value)
    case 'b':
      return { text: value.trim() === '0' || value.trim() === 'false' ? 'FALSE' : 'TRUE' }
    case 'e':
      return { reason: `holds an error of the workbook’s own, ${value.trim().slice(0, 20)}` }
    case 'd':
      return textCell(value.trim().replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, ''))
    default:
      return value.trim() === '' ? BLANK : numberCell(value.trim(), isDate, is1904)
  }
}

function isNotWorkedOut({ kind, value }: WrittenCell, isUncalculated: boolean): boolean {
  if (value === null) return true
  if (kind === 'str') return false
  return value.trim() === '' || (isUncalculated && kind === 'n' && Number(value) === 0)
}

const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** A text as people see it. Characters that XML can't hold are written as their numbers. */
export function textCell(value: string): SheetCell {
  const whole = value.includes('_x')
    ? value.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : value
  const text = visibleText(whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole)
  return CONTROLS.test(text) ? { reason: 'holds a character that is no text' } : { text }
}

const NUMBER = /^-?(?:\d{1,330}\.?\d{0,330}|\.\d{1,330})(?:E[+-]?\d{1,3})?$/i
/** Beyond it a number in a workbook is noise: 0.1 + 0.2 shows as 0.3. */
const SIGNIFICANT_DIGITS = 15

function numberCell(written: string, isDate: boolean, is1904: boolean): SheetCell {
  const value = NUMBER.test(written) ? Number(written) : NaN
  if (!Number.isFinite(value)) return { reason: 'holds a number that can’t be read' }
  if (isDate) return momentCell(value, is1904)
  if (Math.abs(value) >= 10 ** SIGNIFICANT_DIGITS) {
    const digits = String(SIGNIFICANT_DIGITS)
    return { reason: `has more than ${digits} digits, of which a workbook keeps ${digits}: its column must be text` }
  }
  return { text: String(Number(value.toPrecision(SIGNIFICANT_DIGITS))) }
}

const DAYS_TO_1970 = 25_569
const DAYS_TO_1904 = 1462
/** Counting from 1900, workbooks have a 29 February of that year, which there was not. */
const NO_SUCH_DAY = 60
const LAST_DAY = 2_958_465
const SECOND = 1000
const DAY = 86_400 * SECOND

/** A day as `2022-04-01`, a moment as `2022-05-11T06:00`: a workbook keeps days as whole numbers, times as parts of one. */
function momentCell(value: number, is1904: boolean): SheetCell {
  const counted = is1904 ? value + DAYS_TO_1904 : value
  const isNoDay = !is1904 && Math.floor(counted) === NO_SUCH_DAY
  if (isNoDay || counted < 0 || counted > LAST_DAY + 1) return { reason: 'is a date that does not exist' }
  const days = !is1904 && counted >= 1 && counted < NO_SUCH_DAY ? counted + 1 : counted
  const iso = new Date(Math.round(((days - DAYS_TO_1970) * DAY) / SECOND) * SECOND).toISOString()
  return { text: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace(/(?::00)?\.000Z$/, '') }
}
