import type { FileReport } from './problems.ts'

/** Takes one row's cells, in the order of its table's columns, and the row's number in its file (the header is row 1). */
export type RowReceiver = (cells: readonly string[], row: number) => void

/** What a table's header must be, for its rows to be read. */
export interface TableLayout {
  columns: readonly { name: string; isRequired: boolean }[]
  /** The column that a heading names, by the name it has in `columns`. */
  columnNamed: (heading: string) => string
  /** What is told of a column that is not required and not there; nothing unless given. */
  missingColumnNote?: string
  /** Characters in a cell: a longer one is refused. */
  longestCell: number
  /** Whether no value of the table has line breaks: one in a cell shows that a quotation mark holds rows together. */
  isOneLineARow?: boolean
}

/** Is told of the table when its columns are known, before its first row; gives what takes the rows. */
export type ColumnsReceiver = (columns: readonly string[]) => RowReceiver

/** Why a cell is refused that has more characters than its table's cells may have. */
export const longerThan = (longest: number): string => `is longer than ${longest.toLocaleString('en-GB')} characters`

/** Says in `report` where a cell is too long to be one. */
export function checkLengths(
  cells: readonly string[],
  columns: readonly string[],
  row: number,
  longest: number,
  report: FileReport,
): void {
  for (let index = 0; index < cells.length; index++) {
    const value = cells[index]
    if (value !== undefined && value.length > longest) {
      report.error(longerThan(longest), {
        row,
        column: columns[index] ?? '',
        value,
      })
    }
  }
}
