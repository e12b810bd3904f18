import Papa from 'papaparse'

/** What a cell that we write may hold. */
export type CellValue = string | number | boolean | null

// To the end of the cell, line ends included: the library's own pattern lets a formula of two lines through.
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as a CSV text: UTF-8, comma separated, CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, so that opening the file runs nothing; numbers stay numbers.
 */
export const toCsv = (rows: readonly (readonly CellValue[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )}\r\n`

/** A text of ours that comes back: trimmed, and without the apostrophe that `toCsv` put before it. */
export function withoutGuard(cell: string): string {
  let text = cell.trim()
  while (text.startsWith("'") && FORMULA.test(text.slice(1))) text = text.slice(1).trim()
  return text
}
