import type { TableName } from '../../tables.ts'
import type { Row } from './rows.ts'

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
