import type { Register } from '../register.ts'

/** A register's table as it was sent. */
export interface SentTable {
  register: Register
  /** The file's name, with the sheet's where it is a workbook. */
  file: string
  /** Those of the register's columns that it has, in its own order. */
  columns: readonly string[]
  rows: readonly SentRow[]
}

/** A row as it stands in its file. */
export interface SentRow {
  /** The header is row 1. */
  row: number
  /** In the order of the table's columns. */
  cells: readonly string[]
}

/** What was sent, as far as it could be read as tables. */
export interface Sent {
  tables: readonly SentTable[]
  /** The registers that were sent but could not be read: what they would have named is not known to be missing. */
  unread: readonly Register[]
}
