import type { FileReport } from '../../../platform/reading/problems.ts'
import type { RowReceiver } from '../../../platform/reading/rows.ts'
import type { TableName } from '../tables.ts'

/**
 * Is told of each table when its columns are known, before its first row; gives what takes the rows. What it finds wrong
 * with the cells goes to the `report`.
 */
export type TableReceiver = (name: TableName, columns: readonly string[], report: FileReport) => RowReceiver

/** No code, date, postcode or number of a return comes near it. */
export const LONGEST_CELL = 500
