import type { Writable } from 'node:stream'
import { type PlainDate, date } from '../../kernel/dates.ts'
import { type CellValue, toCsv } from '../../platform/csv.ts'
import { type ColumnToFill, type SheetToWrite, writeWorkbook } from '../../platform/xlsx.ts'
import { shownValue } from '../cells.ts'
import { explained } from '../explain.ts'
import type { Column, Content, Register, StoredRows } from '../register.ts'
import { notesSheet } from './notes.ts'

/** A register as CSV text, in the shape in which it is imported. */
export const registerCsv = (register: Register, stored: StoredRows): string =>
  toCsv([
    register.columns.map(({ name }) => name),
    ...rowsOf(register, stored).map((content) => register.columns.map((column) => csvCell(column, content))),
  ])

/** Registers as one workbook, in the shape in which it is imported. */
export const writeRegistersWorkbook = (
  target: string | Writable,
  registers: readonly Register[],
  stored: StoredRows,
): Promise<void> =>
  writeWorkbook(target, [
    notesSheet(registers),
    ...registers.map((register): SheetToWrite => ({
      name: register.name,
      heads: register.columns.map(({ name }) => name),
      columns: toFill(register),
      rows: rowsOf(register, stored).map((content) => register.columns.map((column) => workbookCell(column, content))),
    })),
  ])

/** An empty workbook to fill in, with lists to choose from and a sheet of notes. */
export const writeEmptyWorkbook = (target: string | Writable, registers: readonly Register[]): Promise<void> =>
  writeRegistersWorkbook(target, registers, new Map())

const rowsOf = ({ name }: Register, stored: StoredRows): Content[] => [...(stored.get(name)?.values() ?? [])]

function csvCell({ name }: Column, content: Content): CellValue {
  const value = content[name]
  return typeof value === 'number' ? value : shownValue(value)
}

// A workbook counts days from 1900 and is a day out in its first two months: such days are written as text.
const FIRST_DAY_OF_WORKBOOKS = '1900-03-01'

function workbookCell(column: Column, content: Content): CellValue | PlainDate {
  const value = content[column.name]
  if (value === undefined) return null
  if (column.kind === 'date' && typeof value === 'string' && value >= FIRST_DAY_OF_WORKBOOKS) return date(value)
  return csvCell(column, content)
}

const toFill = (register: Register): ColumnToFill[] =>
  explained(register).map(({ choices }, index) => {
    const format = formatOf(register.columns[index])
    return choices ? { format, choices } : { format }
  })

function formatOf(column: Column | undefined): ColumnToFill['format'] {
  if (column?.kind === 'date') return 'date'
  return column?.kind === 'whole_number' || column?.kind === 'decimal' ? 'number' : 'text'
}
