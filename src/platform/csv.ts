import Papa from 'papaparse'

/** What a cell that we write may hold. */
export type CellValue = string | number | boolean | null

/**
 * Rows as a CSV text: UTF-8, comma separated, CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, so that opening the file runs nothing; numbers stay numbers.
 */
export const toCsv = (rows: readonly (readonly CellValue[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`
