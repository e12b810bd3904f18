import type { RawTable, TableName, tables } from '../../tables.ts'
import type { Child } from './child.ts'
import { dayOf } from './dayOf.ts'

/** A day number; `NaN` where the cell is blank or holds no date. Every comparison with `NaN` is false. */
export type Day = number

type ColumnOf<Table extends TableName> = (typeof tables)[Table][number]

/** What is worked out beside the columns that an authority sends; see derived.ts. */
interface DerivedColumns {
  Header: { readonly UASC: string }
  Episodes: { readonly PL_LA: string; readonly PL_LOCATION: string; readonly PL_DISTANCE: string }
}

/**
 * The cells of a row by column, in upper case: text as written (`''` where blank), a date as its day number.
 * Reading a column that the return's file lacks throws `ColumnMissing`, and the rule is skipped for that reason.
 */
export type Cells<Table extends TableName> = {
  readonly [Column in ColumnOf<Table> as Column['name']]: Column['kind'] extends 'date' ? Day : string
} & (Table extends keyof DerivedColumns ? DerivedColumns[Table] : unknown)

/** A column of this table. */
export type ColumnName<Table extends TableName = TableName> = Table extends TableName
  ? keyof Cells<Table> & string
  : never

/** A column of this table whose cells are dates. */
export type DateColumn<Table extends TableName> = Extract<ColumnOf<Table>, { kind: 'date' }>['name']

/** A column of this table whose cells are text. */
export type TextColumn<Table extends TableName> = Exclude<ColumnName<Table>, DateColumn<Table>>

/** A row of one table, as rules see it. */
export type Row<Table extends TableName = TableName> = Cells<Table> & RowFrame<Table>

/** A row of any table: where it stands, and whose it is. */
export interface AnyRow {
  readonly table: TableName
  /** The data row in its file, from 0. */
  readonly row: number
  readonly child: Child
}

/** What a row can be asked beside its cells. */
interface RowFrame<Table extends TableName> extends AnyRow {
  /** Whether anything is written in this column, be it a good date or a bad one. */
  has(column: ColumnName<Table> | DateColumn<Table>): boolean
  /** What is written in a text column, for checks that are told the column; rules read `row.LS`. */
  text(column: TextColumn<Table>): string
  /** What is written in a date's cell that is no date; `''` where it is blank or a date. */
  unreadable(column: DateColumn<Table>): string
}

/** Thrown when a rule asks for a column that the file lacks; the engine skips the rule and says why. */
export class ColumnMissing extends Error {
  override readonly name = 'ColumnMissing'
  constructor(table: string, column: string) {
    super(`${table} has no column ${column}`)
  }
}

/** A column that rules know of, whether or not a file has it. */
export interface KnownColumn {
  name: string
  isDate: boolean
}

/** How the rows of a table are made. */
interface RowPlan {
  columns: readonly KnownColumn[]
  /** The child of each row, in the file's order. */
  owners: readonly Child[]
  inUpperCase: boolean
}

/** The rows of a table, in the file's order, with their cells read once. */
export function readRows<Table extends TableName>(raw: RawTable, name: Table, plan: RowPlan): Row<Table>[] {
  const unreadableCells = new Map<string, string>()
  const cellKey = (row: number, column: string): string => `${column} ${row}`

  // One class a table, so that its rows have one shape, and a column that the file lacks answers by refusing.
  class TableRow implements RowFrame<Table> {
    [cell: string]: unknown
    readonly table = name
    readonly row: number
    readonly child: Child
    constructor(row: number, child: Child) {
      this.row = row
      this.child = child
    }
    has(column: string): boolean {
      const cell = this[column]
      return typeof cell === 'string' ? cell !== '' : !Number.isNaN(cell) || this.unreadable(column) !== ''
    }
    text(column: string): string {
      const cell = this[column]
      return typeof cell === 'string' ? cell : ''
    }
    unreadable(column: string): string {
      return unreadableCells.get(cellKey(this.row, column)) ?? ''
    }
  }

  const present: { column: KnownColumn; at: number }[] = []
  for (const column of plan.columns) {
    const at = raw.columns.indexOf(column.name)
    if (at >= 0) present.push({ column, at })
    else Object.defineProperty(TableRow.prototype, column.name, { get: () => refuse(name, column.name) })
  }

  const rows = plan.owners.map((child, number) => {
    const row = new TableRow(number, child)
    const cells = raw.rows[number] ?? []
    for (const { column, at } of present) {
      const written = cells[at] ?? ''
      const text = plan.inUpperCase ? written.toUpperCase() : written
      if (column.isDate) {
        const day = dayOf(text)
        row[column.name] = day
        if (text !== '' && Number.isNaN(day)) unreadableCells.set(cellKey(number, column.name), text)
      } else {
        row[column.name] = text
      }
    }
    return row
  })
  if (!areRowsOf<Table>(rows, plan.columns)) throw new Error(`the rows of ${name} lack a known column`)
  return rows
}

// Looks at one row for all: they are made alike.
function areRowsOf<Table extends TableName>(
  rows: RowFrame<Table>[],
  columns: readonly KnownColumn[],
): rows is Row<Table>[] {
  const [first] = rows
  return first === undefined || columns.every((column) => column.name in first)
}

function refuse(table: string, column: string): never {
  throw new ColumnMissing(table, column)
}
