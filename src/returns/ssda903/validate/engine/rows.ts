import type { TableName, tables } from '../../tables.ts'

/** A day number; `NaN` where the cell is blank or holds no date. Every comparison with `NaN` is false. */
export type Day = number

type ColumnOf<Table extends TableName> = (typeof tables)[Table][number]

/** What DfE's system works out beside the columns that an authority sends; see derived.ts. */
interface DerivedCells {
  Header: { readonly UASC: string }
  Episodes: { readonly PL_LA: string; readonly PL_LOCATION: string; readonly PL_DISTANCE: string }
}

/**
 * The cells of a row by column: text in upper case (`''` where blank), a date as its day number.
 * Reading a column that the return's file lacks throws `ColumnMissing`, and the rule is skipped for that reason.
 */
export type Cells<Table extends TableName> = {
  readonly [Column in ColumnOf<Table> as Column['name']]: Column['kind'] extends 'date' ? Day : string
} & (Table extends keyof DerivedCells ? DerivedCells[Table] : unknown)

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

/** A child's rows by table. A table that the child is not in is an empty list. */
export type ChildRows<Tables extends TableName = TableName> = {
  readonly [Table in Tables]: readonly Row<Table>[]
}

/**
 * A child of the return, with this year's rows (`child.Episodes`) and last year's (`child.last.Episodes`; all empty
 * where last year's return was not given). Rows with a start date come in order of that date (episodes by DECOM, and
 * so on; rows whose date can't be read come last), whatever their order in the file.
 */
export type Child = ChildRows & {
  /** The identifier as the file writes it; `''` where a row has none (such a row is a child of its own). */
  readonly id: string
  readonly last: ChildRows
}

/** A row of any table: where it stands, and whose it is. */
export interface AnyRow {
  readonly table: TableName
  /** The data row in its file, from 0. */
  readonly row: number
  readonly child: Child
}

/** What a row can be asked beside its cells. */
export interface RowFrame<Table extends TableName> extends AnyRow {
  /** Whether anything is written in this column, be it a good date or a bad one. */
  has(column: ColumnName<Table> | DateColumn<Table>): boolean
  /** What is written in a text column, in upper case, for checks that are told the column; rules read `row.LS`. */
  text(column: TextColumn<Table>): string
  /** As `text`, but as the file has it, in small letters if so: for checks of whether a code is one. */
  asWritten(column: TextColumn<Table>): string
  /** What is written in a date's cell that is no date; `''` where it is blank or a date. */
  unreadable(column: DateColumn<Table>): string
}

/** Thrown when a rule asks for a column that the return lacks; the engine skips the rule and says why. */
export class ColumnMissing extends Error {
  override readonly name = 'ColumnMissing'
}
