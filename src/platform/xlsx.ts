import type { Writable } from 'node:stream'
import type { DataValidation } from 'exceljs'
import { type PlainDate, dayNumber } from '../kernel/dates.ts'
import type { CellValue } from './csv.ts'

declare module 'exceljs' {
  interface Worksheet {
    // The library has them; its types have forgotten them.
    dataValidations: { add: (range: string, validation: DataValidation) => void }
  }
}

/** A sheet of a workbook to write. */
export interface SheetToWrite {
  /** At most 31 characters, without `[]*?/\:`. */
  name: string
  heads: readonly string[]
  rows: Iterable<readonly (CellValue | PlainDate)[]>
  /** For a sheet that people fill in: what each column takes, by its place. */
  columns?: readonly ColumnToFill[]
}

/** What people may type into a column. */
export interface ColumnToFill {
  /** `text` keeps the zeros before a number, `date` shows days as 2022-04-01. */
  format: 'text' | 'date' | 'number'
  /** All that may be chosen; together at most 255 characters. */
  choices?: readonly string[]
}

/** What a sheet holds at most, its head included. */
const MOST_ROWS = 1_048_576
const NARROWEST = 8
const WIDEST = 80
/** Rows, below those that are written, in which choices are offered. */
const ROWS_TO_FILL = 5000

const formats = { text: '@', date: 'yyyy-mm-dd', number: 'General' } as const

/**
 * Writes an Excel workbook, row by row: a head in bold that stays in sight and can be filtered by. A sheet too long for
 * Excel goes on in another of its name. Texts stay texts, whatever they begin with.
 */
export async function writeWorkbook(target: string | Writable, sheets: readonly SheetToWrite[]): Promise<void> {
  // Loaded only where a workbook is asked for: it takes longer than most commands.
  const { default: exceljs } = await import('exceljs')
  const place = typeof target === 'string' ? { filename: target } : { stream: target }
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ ...place, useStyles: true })
  for (const { name, heads, rows, columns } of sheets) {
    const start = (part: number) => {
      const sheet = workbook.addWorksheet(part === 1 ? name : `${name} ${part}`, {
        views: [{ state: 'frozen', ySplit: 1 }],
        // On paper a row stays on one page.
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      })
      sheet.columns = heads.map((head, index) => {
        const column = columns?.[index]
        return {
          width: Math.min(WIDEST, Math.max(NARROWEST, head.length + 4, longestIn(rows, index))),
          ...(column && { style: { numFmt: formats[column.format] } }),
        }
      })
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: heads.length } }
      const head = sheet.addRow([...heads])
      head.font = { bold: true }
      head.commit()
      return sheet
    }
    let part = 1
    let written = 1
    let sheet = start(part)
    for (const row of rows) {
      if (written === MOST_ROWS) {
        sheet.commit()
        sheet = start(++part)
        written = 1
      }
      sheet.addRow(row.map(cellOf)).commit()
      written++
    }
    for (const [index, { choices }] of columns?.entries() ?? []) {
      if (!choices) continue
      const letter = sheet.getColumn(index + 1).letter
      sheet.dataValidations.add(`${letter}2:${letter}${Math.min(MOST_ROWS, written + ROWS_TO_FILL)}`, oneOf(choices))
    }
    sheet.commit()
  }
  await workbook.commit()
}

/** Rows by which a column's width is judged. */
const ROWS_LOOKED_AT = 1000

type Rows = SheetToWrite['rows']

/** Rows that are all there, and may be read more than once. */
const areAllThere = (rows: Rows): rows is readonly (readonly (CellValue | PlainDate)[])[] => Array.isArray(rows)

/** The longest text of a column among the first rows; 0 where rows come one by one. */
function longestIn(rows: Rows, column: number): number {
  if (!areAllThere(rows)) return 0
  return rows.slice(0, ROWS_LOOKED_AT).reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0)
}

/** The day that a workbook numbers 1 is 1 January 1900, and it believes in a 29 February of that year. */
const DAYS_TO_1970 = 25_569

const cellOf = (value: CellValue | PlainDate): CellValue =>
  typeof value === 'object' && value !== null ? dayNumber(value) + DAYS_TO_1970 : value

const oneOf = (choices: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${choices.join(',')}"`],
  showErrorMessage: true,
  errorTitle: 'Not in the list',
  error: 'Choose from the list, or leave it blank.',
})
