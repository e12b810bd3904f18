import { type TableName, tableNames, tables } from '../../tables.ts'
import { derivedColumns } from './derived.ts'
import type { Row, RowFrame } from './rows.ts'

const columnsByTable = new Map(
  tableNames.map((table) => [
    table,
    new Map<string, boolean>([
      ...tables[table].map((column) => [column.name, column.kind === 'date'] as const),
      ...Object.keys(derivedColumns[table] ?? {}).map((column) => [column, false] as const),
    ]),
  ]),
)

/** Every column that rules may ask a table for, with whether its cells are dates. */
export const knownColumns = (table: TableName): ReadonlyMap<string, boolean> => columnsByTable.get(table) ?? new Map()

/** Whether rows have every known column of their table. Looks at one row for all: they are made alike. */
export function areRowsOf<Table extends TableName>(table: Table, rows: RowFrame<Table>[]): rows is Row<Table>[] {
  const [first] = rows
  return first === undefined || [...knownColumns(table).keys()].every((column) => column in first)
}
