import type { TableName } from '../../tables.ts'
import type { Row } from './rows.ts'

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

/** A child whose rows are still being gathered. */
export type GrowingRows<Tables extends TableName = TableName> = { [Table in Tables]: Row<Table>[] }
export type GrowingChild = GrowingRows & { readonly id: string; readonly last: GrowingRows }

// Most children are in few tables: they share one empty list for the rest.
const none: never[] = []
/** No rows of any table, yet. */
export const noRows = (): GrowingRows => ({
  Header: none,
  Episodes: none,
  Reviews: none,
  UASC: none,
  OC2: none,
  OC3: none,
  AD1: none,
  PlacedAdoption: none,
  PrevPerm: none,
  Missing: none,
  SWEpisodes: none,
  DoLo: none,
})

export const newChild = (id: string): GrowingChild => ({ id, ...noRows(), last: noRows() })

/** Puts a row with the others that the child has in that table. */
export function addRow<Table extends TableName>(rows: GrowingRows<Table>, table: Table, row: Row<Table>): void {
  if (rows[table] === none) rows[table] = [row]
  else rows[table].push(row)
}
