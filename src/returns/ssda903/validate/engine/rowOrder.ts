import type { TableName } from '../../tables.ts'
import type { ColumnCells } from './cells.ts'

/** The columns that order a child's rows of a table: the start, then the end. */
const spans: Partial<Record<TableName, readonly string[]>> = {
  Episodes: ['DECOM', 'DEC'],
  Reviews: ['REVIEW'],
  PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  Missing: ['MIS_START', 'MIS_END'],
  SWEpisodes: ['SW_DECOM', 'SW_DEC'],
  DoLo: ['DOLO_START', 'DOLO_END'],
}

/**
 * The order of a table's rows, by their numbers: by start, then by end; without a date, last. Rows that agree in both
 * stand in the order of what is written in them, so that the order in the file never matters.
 */
export function orderOf(table: TableName, cells: ReadonlyMap<string, ColumnCells>): (a: number, b: number) => number {
  const span: readonly string[] = spans[table] ?? []
  const rest = [...cells.keys()].filter((column) => !span.includes(column)).sort()
  const inOrder = [...span, ...rest].flatMap((column) => cells.get(column) ?? [])
  return (a, b) => {
    let order = 0
    for (let at = 0; order === 0 && at < inOrder.length; at++) order = inOrder[at]?.compare(a, b) ?? 0
    return order
  }
}
