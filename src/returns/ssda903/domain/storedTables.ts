import { type RawTable, type TableName, tableNames, tables } from '../tables.ts'
import { type Content, type StoredRow, parseContent, parseRows, readRow, storedColumns } from './content.ts'
import type { YearDocument } from './document.ts'

/** One child's document of one year, with whose it is. */
export interface DocumentOfChild {
  child: string
  content: string
  rows: string
}

/** A year's return put together again from its documents. */
export interface StoredTables {
  tables: readonly RawTable[]
  /** The row in the imported file of each row of a table; the header is row 1. */
  rowsInFile: ReadonlyMap<TableName, readonly number[]>
}

/** Of these documents of children, those of one year. */
export function documentsOfYear(
  documents: ReadonlyMap<string, readonly YearDocument[]>,
  year: number,
): DocumentOfChild[] {
  return [...documents].flatMap(([child, years]) => {
    const ofYear = years.find((document) => document.year === year)
    return ofYear ? [{ child, content: ofYear.content, rows: ofYear.rows }] : []
  })
}

/**
 * The tables of a return as its documents hold them, for whatever looks at a return as a whole. Of tables without a row
 * only those are there that the imported return `had`: a table that is empty says something, one that was never sent
 * does not. Dates are ISO.
 */
export function storedTables(documents: readonly DocumentOfChild[], had: (table: TableName) => boolean): StoredTables {
  const rows = new Map<TableName, string[][]>(tableNames.map((name) => [name, []]))
  const rowsInFile = new Map<TableName, number[]>(tableNames.map((name) => [name, []]))
  for (const { child, content: text, rows: numbers } of documents) {
    const content = parseContent(text)
    const fileRows = parseRows(numbers)
    const ofChild = particularsOf(child, content)
    for (const table of tableNames) {
      for (const [index, row] of (content[table] ?? []).entries()) {
        rows.get(table)?.push(cellsOf(table, readRow(row), ofChild(table)))
        rowsInFile.get(table)?.push(fileRows[table]?.[index] ?? 0)
      }
    }
  }
  return {
    tables: tableNames
      .map((name) => ({ name, columns: columnsOf(name), rows: rows.get(name) ?? [] }))
      .filter(({ name, rows: ofTable }) => ofTable.length > 0 || had(name)),
    rowsInFile,
  }
}

const columnsOf = (table: TableName): readonly string[] => tables[table].map((column) => column.name)

function cellsOf(table: TableName, stored: StoredRow, ofChild: Readonly<Record<string, string>>): string[] {
  const place = new Map(storedColumns(table).map((name, index) => [name, index]))
  return columnsOf(table).map((name) => {
    const index = place.get(name)
    return (index === undefined ? ofChild[name] : stored[index]) ?? ''
  })
}

/** What each table says of the child itself: as Header has it, save where the table said otherwise. */
function particularsOf(child: string, content: Content) {
  const header = readRow(content.Header?.[0] ?? '')
  const inHeader = (name: string) => header[storedColumns('Header').indexOf(name)] ?? ''
  const differing = (content.differing ?? []).map(readRow)
  return (table: TableName): Readonly<Record<string, string>> => {
    const said = (name: string) =>
      differing.find(([where, what]) => where === table && what === name)?.[2] ?? inHeader(name)
    return { CHILD: child, DOB: said('DOB'), SEX: said('SEX') }
  }
}
