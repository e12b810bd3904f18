import type { FileReport } from '../../../platform/reading/problems.ts'
import type { RowReceiver } from '../../../platform/reading/rows.ts'
import { type TableName, repeatedColumns, tableNames, tableWithColumn, tables } from '../tables.ts'
import type { TableReceiver } from './rows.ts'

/** The values of an element that holds others (a header, an episode, a review), by the CSV files' column names. */
export type Group = Map<string, string>

/** Whether the child is unaccompanied: in the XML an element of the header, in the CSV files a row in the table UASC. */
const UNACCOMPANIED = 'UASC'
/** Tables that the XML does not always speak of: without rows they are as good as absent. */
const laterTables: readonly TableName[] = ['SWEpisodes', 'DoLo']

/** No more warnings than these are told. */
const MOST_NAMES_WARNED_OF = 100

interface OpenTable {
  columns: readonly string[]
  report: FileReport
  receive: RowReceiver
  rowsSoFar: number
}

/** Makes rows of the tables out of what the XML says of each child, and hands them over. */
export class TableRows {
  readonly #receive: TableReceiver
  readonly #report: FileReport
  readonly #open = new Map<TableName, OpenTable>()
  readonly #namesWarnedOf = new Set<string>()
  #groups: Group[] = []

  constructor(receive: TableReceiver, report: FileReport) {
    this.#receive = receive
    this.#report = report
    for (const name of tableNames) if (!laterTables.includes(name)) this.#table(name)
  }

  /** Whether some table has so many errors that no more should be read. */
  get isGivenUp(): boolean {
    return [...this.#open.values()].some((table) => table.report.isGivenUp)
  }

  /** How many elements the present child has so far. */
  get countOfChild(): number {
    return this.#groups.length
  }

  /** Takes an element within a child: a row of the table that has its columns. */
  add(group: Group): void {
    this.#groups.push(group)
  }

  /** The child's own values are known and the child ends: its rows are handed over. */
  endChild(header: Group): void {
    const ofHeader = this.#tablesOf(header)
    this.#hand('Header', header, header)
    for (const table of ofHeader) if (table !== 'Header') this.#hand(table, header, header)
    if (header.get(UNACCOMPANIED) === '1' && !ofHeader.has('UASC')) this.#hand('UASC', header, header)
    for (const group of this.#groups) {
      // A row whose every value is blank is still a row of the table that its elements name.
      for (const table of this.#tablesOf(group, true)) this.#hand(table, group, header)
    }
    this.#groups = []
  }

  /** The tables that some of these values belong to. */
  #tablesOf(group: Group, isBlankEnough = false): Set<TableName> {
    const found = new Set<TableName>()
    for (const [name, value] of group) {
      if (value === '' && !isBlankEnough) continue
      if (repeatedColumns.includes(name)) continue
      const owner = name === UNACCOMPANIED ? 'Header' : tableWithColumn(name)
      if (owner !== null) {
        found.add(owner)
      } else if (value !== '' && this.#namesWarnedOf.size < MOST_NAMES_WARNED_OF && !this.#namesWarnedOf.has(name)) {
        this.#namesWarnedOf.add(name)
        this.#report.warn('is no element of the return: it is not read', { column: name, value })
      }
    }
    return found
  }

  #hand(name: TableName, values: Group, header: Group): void {
    const table = this.#table(name)
    table.rowsSoFar++
    const cells = table.columns.map(
      (column) => values.get(column) ?? (repeatedColumns.includes(column) ? (header.get(column) ?? '') : ''),
    )
    table.receive(cells, table.rowsSoFar + 1)
  }

  #table(name: TableName): OpenTable {
    const known = this.#open.get(name)
    if (known) return known
    const names = tables[name].map((column) => column.name)
    const columns = name === 'Header' ? [...names, UNACCOMPANIED] : names
    const report = this.#report.part(name)
    const made = { columns, report, receive: this.#receive(name, columns, report), rowsSoFar: 0 }
    this.#open.set(name, made)
    return made
  }
}
