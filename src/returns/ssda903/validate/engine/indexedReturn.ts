import type { ReportingYear } from '../../../../calendar/reportingYear.ts'
import { dayNumber } from '../../../../kernel/dates.ts'
import { type RawTable, type TableName, tableNames, tables as knownTables } from '../../tables.ts'
import { type Child, type ChildRows, type GrowingChild, type GrowingRows, addRow, newChild, noRows } from './child.ts'
import { derivedColumns, withDerivedColumns } from './derived.ts'
import { inOrderOfStart } from './order.ts'
import type { Reference } from './reference.ts'
import { type Day, type KnownColumn, type Row, readRows } from './rows.ts'

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

/** What a return is indexed from. */
export interface ReturnInput {
  tables: readonly RawTable[]
  /** Last year's tables; empty where they are not given. */
  previous: readonly RawTable[]
  collection: Pick<ReportingYear, 'firstDay' | 'lastDay'>
  reference: Reference
  authority: string | null
  /** DfE's system takes every cell in upper case. Cells stay as written only where a test asks for it. */
  inUpperCase: boolean
}

/** Reads the cells of all tables, once, and gathers them by child. Linear in the number of rows. */
export function indexReturn(input: ReturnInput): IndexedReturn {
  const { reference, authority, inUpperCase } = input
  const byId = new Map<string, GrowingChild>()
  const childOf = (written: string): GrowingChild => {
    // Rows without an identifier have nothing in common: no rule may join them.
    if (written === '') return newChild('')
    const id = inUpperCase ? written.toUpperCase() : written
    const known = byId.get(id)
    if (known) return known
    const child = newChild(written)
    byId.set(id, child)
    return child
  }

  const children = new Set<GrowingChild>()
  const rows = noRows()
  const presentTables = new Set<TableOfYear>()

  function gather<Table extends TableName>(raw: RawTable, name: Table, rowsOf: (child: GrowingChild) => GrowingRows) {
    const childAt = raw.columns.indexOf('CHILD')
    const owners = raw.rows.map((cells) => childOf(cells[childAt] ?? ''))
    const found = readRows(raw, name, { columns: knownColumns(name), owners, inUpperCase })
    found.forEach((row, number) => {
      const owner = owners[number]
      if (owner) addRow(rowsOf(owner), name, row)
    })
    const order = inOrderOfStart(raw)
    for (const child of new Set(owners)) if (rowsOf(child)[name].length > 1) rowsOf(child)[name].sort(order)
    return { found, owners }
  }

  for (const raw of withDerivedColumns(input.previous, reference, authority)) {
    presentTables.add(`${raw.name}_last`)
    gather(raw, raw.name, (child) => child.last)
  }
  for (const raw of withDerivedColumns(input.tables, reference, authority)) {
    presentTables.add(raw.name)
    const { found, owners } = gather(raw, raw.name, (child) => child)
    keep(rows, raw.name, found)
    for (const owner of owners) children.add(owner)
  }
  return {
    firstDay: dayNumber(input.collection.firstDay),
    lastDay: dayNumber(input.collection.lastDay),
    children: [...children],
    rows,
    hasTable: (table) => presentTables.has(table),
    reference,
    authority,
  }
}

function keep<Table extends TableName>(rows: GrowingRows<Table>, name: Table, found: Row<Table>[]): void {
  rows[name] = found
}

const columnsByTable = new Map<TableName, readonly KnownColumn[]>(
  tableNames.map((name) => [
    name,
    [
      ...knownTables[name].map((column) => ({ name: column.name, isDate: column.kind === 'date' })),
      ...(derivedColumns[name] ?? []).map((column) => ({ name: column, isDate: false })),
    ],
  ]),
)

const knownColumns = (name: TableName): readonly KnownColumn[] => columnsByTable.get(name) ?? []
