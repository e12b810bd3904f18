import type { TableName } from '../tables.ts'
import type { FileReport } from './errors.ts'

/** Takes one row's cells, in the order of the table's columns, and the row's number in its file (the header is row 1). */
export type RowReceiver = (cells: readonly string[], row: number) => void

/**
 * Is told of each table when its columns are known, before its first row; gives what takes the rows. What it finds wrong
 * with the cells goes to the `report`.
 */
export type TableReceiver = (name: TableName, columns: readonly string[], report: FileReport) => RowReceiver

/** No code, date, postcode or number of a return comes near it. */
export const LONGEST_CELL = 500

/** Says in `report` where a cell is too long to be one. */
export function checkLengths(cells: readonly string[], columns: readonly string[], row: number, report: FileReport) {
  for (let index = 0; index < cells.length; index++) {
    const value = cells[index]
    if (value !== undefined && value.length > LONGEST_CELL) {
      report.error(`is longer than ${LONGEST_CELL} characters`, { row, column: columns[index] ?? '', value })
    }
  }
}
