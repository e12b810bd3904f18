import { basename } from 'node:path'
import { grouped } from '../../../kernel/words.ts'
import { WHY_ROUNDED, isRoundedByASpreadsheet, visibleName, withoutEmptyDecimals } from '../../../kernel/visibleText.ts'
import { readCsv } from '../../../platform/reading/csv.ts'
import {
  type ReadError,
  type ReadProgress,
  type Refused,
  FileReport,
  Problems,
} from '../../../platform/reading/problems.ts'
import type { ColumnsReceiver, RowReceiver, TableLayout } from '../../../platform/reading/rows.ts'
import { MOST_BYTES } from '../../../platform/reading/sourceFile.ts'
import { byteCounter } from '../../../platform/reading/text.ts'
import {
  type RawTable,
  type TableName,
  columnNamed,
  repeatedColumns,
  tableNames,
  tables,
  workedOutColumns,
} from '../tables.ts'
import { type TableReceiver, LONGEST_CELL } from './rows.ts'
import { openSource } from './source.ts'
import { otherTableMeant, filesToRead } from './filesToRead.ts'

/** All tables’ rows together: the return of 20 of England’s largest authorities together has fewer. */
export const MOST_ROWS = 1_000_000
/**
 * How many rows and children anything that is sent may hold, however it is packed, and how many more with each byte of it:
 * rows that are nearly alike pack to next to nothing, and those about people are not. Every row and every child costs
 * memory and time. Packed, the returns of twenty authorities are 2 MB, and a small one is none of 40,000 children.
 */
const ROWS_OF_SMALL_FILES = 150_000
const ROWS_A_BYTE = 1 / 5
const CHILDREN_OF_SMALL_FILES = 20_000
const CHILDREN_A_BYTE = 1 / 40
/** In all tables: the longest history in care has some hundred. What is worked out of a child is worked out of all rows. */
const MOST_ROWS_OF_CHILD = 10_000
const TOO_LONG = 'no return is as long (are there empty rows at the end?)'

const MISSING_COLUMN = 'the column is missing: its values count as not recorded'

/** What reading the tables of a return gives. */
export type RawTables = { ok: true; tables: readonly RawTable[]; warnings: readonly ReadError[] } | Refused

/**
 * The tables of the return at `path` (a folder or a zip of its CSV files, or its XML), their cells as they stand there.
 * Refused is only what can't be read as a table. In the XML all tables up to Missing are there, if without rows.
 */
export async function readRawTables(path: string, onProgress?: (progress: ReadProgress) => void): Promise<RawTables> {
  const problems = new Problems()
  const tables: RawTable[] = []
  const collect: TableReceiver = (name, columns) => {
    const rows: (readonly string[])[] = []
    tables.push({ name, columns, rows })
    return (cells) => rows.push(cells)
  }
  await readTables(path, collect, problems, onProgress)
  return problems.areAny ? problems.refused() : { ok: true, tables, warnings: problems.warnings }
}

/**
 * Reads the tables of the return at `path` and hands them over as they are read; all that is wrong goes to `problems`.
 * Gives the tables that are there, readable or not. A table that lacks a column is refused where columns are `required`.
 */
export async function readTables(
  path: string,
  receive: TableReceiver,
  problems: Problems,
  onProgress?: (progress: ReadProgress) => void,
  columnsAre: 'required' | 'optional' = 'required',
): Promise<ReadonlySet<TableName>> {
  let rowsSoFar = 0
  const source = await openSource(path, problems)
  const mostRows = Math.min(MOST_ROWS, ROWS_OF_SMALL_FILES + Math.floor(source.bytesSent * ROWS_A_BYTE))
  const withinBounds = childCounter(CHILDREN_OF_SMALL_FILES + Math.floor(source.bytesSent * CHILDREN_A_BYTE))
  const receiveSome: TableReceiver = (table, columns, report) => {
    const take = inOneSpelling(table, columns, report, withinBounds(columns, report, receive(table, columns, report)))
    return (cells, row) => {
      if (++rowsSoFar <= mostRows) take(cells, row)
      else report.giveUp(`brings the return to more than ${grouped(mostRows)} rows: ${TOO_LONG}`, { row })
    }
  }
  try {
    if (problems.areAny) return new Set()
    const found = filesToRead(source, basename(path), problems)
    const files = found.map(({ file }) => file)
    const bytes = files.reduce((sum, file) => sum + file.size, 0)
    if (bytes > MOST_BYTES) {
      const megabytes = Math.round(bytes / 1e6).toLocaleString('en-GB')
      const reason = `holds ${megabytes} MB: no return is larger than ${MOST_BYTES / 1e6} MB`
      new FileReport(basename(path), problems).giveUp(reason)
      return new Set()
    }
    const onBytes = byteCounter(files, onProgress)
    for (const { file, table } of found) {
      if (rowsSoFar > mostRows) break
      const report = new FileReport(file.name, problems)
      if (table === null) {
        const { readXml } = await import('./xml.ts')
        await readXml(file, receiveSome, report, onBytes)
      } else {
        const receiveColumns: ColumnsReceiver = (columns) => {
          const other = otherTableMeant(table, columns)
          if (other !== null) report.giveUp(`holds the columns of ${other}: is it the right file?`, { row: 1 })
          return receiveSome(table, columns, report)
        }
        await readCsv(file, layoutOf(table, columnsAre), receiveColumns, report, onBytes)
      }
    }
    return new Set(found.flatMap(({ table }) => table ?? tableNames))
  } finally {
    source.close()
  }
}

/** Has rows be taken as long as their child has no more than any has, and there are no more children than `mostChildren`. */
function childCounter(
  mostChildren: number,
): (columns: readonly string[], report: FileReport, take: RowReceiver) => RowReceiver {
  const counts = new Map<string, number>()
  return (columns, report, take) => {
    const place = columns.indexOf('CHILD')
    return (cells, row) => {
      const value = cells[place] ?? ''
      // However its letters are written, as rules join rows.
      const child = value.toUpperCase()
      const count = (counts.get(child) ?? 0) + 1
      counts.set(child, count)
      if (counts.size > mostChildren) {
        const reason = `brings the return to more than ${grouped(mostChildren)} children: no return of this size has as many`
        report.giveUp(reason, { row, column: 'CHILD', value })
      } else if (child === '' || count <= MOST_ROWS_OF_CHILD) {
        take(cells, row)
      } else {
        const reason = `is one of more than ${grouped(MOST_ROWS_OF_CHILD)} rows about this child: no child has as many`
        report.giveUp(reason, { row, column: 'CHILD', value })
      }
    }
  }
}

/**
 * Has rows take their names in one spelling, so that one child is one, and whole numbers without decimals. A row is
 * refused where a name in it has become a number that may be anyone's.
 */
function inOneSpelling(
  table: TableName,
  columns: readonly string[],
  report: FileReport,
  take: RowReceiver,
): RowReceiver {
  const numbers: readonly string[] = tables[table].flatMap(({ name, kind }) => (kind === 'number' ? [name] : []))
  const places = columns.flatMap((column, at) => (nameColumns.includes(column) || numbers.includes(column) ? [at] : []))
  return (cells, row) => {
    let respelt = cells
    for (const at of places) {
      const value = cells[at] ?? ''
      if (isRoundedByASpreadsheet(value)) {
        report.error(WHY_ROUNDED, { row, column: columns[at] ?? '', value })
        return
      }
      const name = withoutEmptyDecimals(visibleName(value))
      if (name !== value) respelt = respelt.with(at, name)
    }
    take(respelt, row)
  }
}

/** Columns by whose values a child, a worker or a provider is found again. */
const nameColumns: readonly string[] = ['CHILD', 'UPN', 'SW_ID', 'URN']

function layoutOf(table: TableName, columnsAre: 'required' | 'optional'): TableLayout {
  const shared = { columnNamed, longestCell: LONGEST_CELL, isOneLineARow: true }
  if (columnsAre === 'required') return { ...shared, columns: tables[table], missingColumnNote: MISSING_COLUMN }
  const names = new Set([
    ...tables[table].map(({ name }) => name),
    ...repeatedColumns,
    ...(workedOutColumns[table] ?? []),
  ])
  return { ...shared, columns: [...names].map((name) => ({ name, isRequired: false })) }
}
