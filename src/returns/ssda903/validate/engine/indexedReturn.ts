import type { ReportingYear } from '../../../../calendar/reportingYear.ts'
import { dayNumber } from '../../../../kernel/dates.ts'
import { visibleName } from '../../../../kernel/visibleText.ts'
import type { RawTable, TableName } from '../../tables.ts'
import type { Child, ChildRows, Day, Row } from './rows.ts'
import { type GrowingChild, type GrowingRows, newChild, noRows } from './growingChild.ts'
import type { Reference } from './reference.ts'
import { TableRows } from './tableRows.ts'

/** A table of this year's return (`Episodes`) or of last year's (`Episodes_last`). */
export type TableOfYear = TableName | `${TableName}_last`

/** A return as rules see it: read once, indexed by child, changed by nobody. */
export interface IndexedReturn {
  /** The collection year's first and last day. */
  readonly firstDay: Day
  readonly lastDay: Day
  /** Every child in this year's tables, in no order that a rule may lean on. */
  readonly children: readonly Child[]
  /** This year's rows of a table in the file's order; none where the return lacks the table. */
  readonly rows: ChildRows
  readonly hasTable: (table: TableOfYear) => boolean
  readonly reference: Reference
  /** The authority's code, where it is known. */
  readonly authority: string | null
}

/** What the rows of a return are read beside. */
export interface IndexOptions {
  collection: Pick<ReportingYear, 'firstDay' | 'lastDay'>
  reference?: Reference
  authority?: string | null
}

/**
 * Gathers a return while it is read: each table's rows are handed over as they come, and no file is held as a whole.
 * Linear in the number of rows.
 */
export class ReturnIndex {
  readonly #options: IndexOptions
  readonly #byId = new Map<string, GrowingChild>()
  #latest = newChild('')
  readonly #thisYear = new Map<TableName, TableRows<TableName>>()
  readonly #lastYear = new Map<TableName, TableRows<TableName>>()

  constructor(options: IndexOptions) {
    this.#options = options
  }

  /** Starts a table of this year's return; gives what takes its rows. */
  table(name: TableName, columns: readonly string[]): (cells: readonly string[]) => void {
    return this.#start(this.#thisYear, name, columns)
  }

  /** Starts a table of last year's return. */
  tableOfLastYear(name: TableName, columns: readonly string[]): (cells: readonly string[]) => void {
    return this.#start(this.#lastYear, name, columns)
  }

  #start(tables: Map<TableName, TableRows<TableName>>, name: TableName, columns: readonly string[]) {
    const rows = new TableRows(name, columns, (id) => this.#childOf(id))
    tables.set(name, rows)
    return (cells: readonly string[]) => {
      rows.add(cells)
    }
  }

  #childOf(written: string): GrowingChild {
    // Rows without an identifier have nothing in common: no rule may join them.
    if (written.trim() === '') return newChild('')
    // A child's rows mostly stand together.
    if (written === this.#latest.id) return this.#latest
    const name = visibleName(written).trim().replaceAll(/\s+/g, ' ')
    const id = name.toUpperCase()
    let child = this.#byId.get(id)
    if (!child) this.#byId.set(id, (child = newChild(name)))
    this.#latest = child
    return child
  }

  /** The return, once all rows are handed over. */
  finish(): IndexedReturn {
    const { collection, reference = {} } = this.#options
    const authority = this.#options.authority?.toUpperCase() ?? null
    const children = new Set<GrowingChild>()
    const rows = noRows()
    for (const table of this.#lastYear.values()) {
      const rowsOf = (child: Child): ChildRows => child.last
      const hasTable = (name: TableName): boolean => this.#lastYear.has(name)
      table.finish((child) => child.last, { rowsOf, hasTable, reference, authority })
    }
    for (const [name, table] of this.#thisYear) {
      const rowsOf = (child: Child): ChildRows => child
      const hasTable = (other: TableName): boolean => this.#thisYear.has(other)
      keep(
        rows,
        name,
        table.finish((child) => child, { rowsOf, hasTable, reference, authority }),
      )
      let latest: GrowingChild | undefined
      for (const owner of table.owners) {
        if (owner !== latest) children.add(owner)
        latest = owner
      }
    }
    const present = new Set<TableOfYear>([
      ...this.#thisYear.keys(),
      ...[...this.#lastYear.keys()].map((name) => `${name}_last` as const),
    ])
    return {
      firstDay: dayNumber(collection.firstDay),
      lastDay: dayNumber(collection.lastDay),
      children: [...children],
      rows,
      hasTable: (table) => present.has(table),
      reference,
      authority,
    }
  }
}

function keep<Table extends TableName>(rows: GrowingRows<Table>, name: Table, found: Row<Table>[]): void {
  rows[name] = found
}

/** The index of a return, and of last year's, that are already held as tables. */
export function indexReturn(
  tables: readonly RawTable[],
  previous: readonly RawTable[],
  options: IndexOptions,
): IndexedReturn {
  const index = new ReturnIndex(options)
  for (const { name, columns, rows } of tables) rows.forEach(index.table(name, columns))
  for (const { name, columns, rows } of previous) rows.forEach(index.tableOfLastYear(name, columns))
  return index.finish()
}
