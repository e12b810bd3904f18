import { type TableName, tableNames } from '../../tables.ts'
import type { IndexedReturn } from './indexedReturn.ts'
import type { AnyRow } from './rows.ts'

/**
 * The rows that one rule after the other names. A mark a row, and not a set of rows: a large return has a million
 * failures, and a rule may name a row twice and in any order.
 */
export class Marks {
  readonly #data: IndexedReturn
  readonly #marks = new Map<TableName, Uint8Array>()

  constructor(data: IndexedReturn) {
    this.#data = data
  }

  /** Marks a row of this year's return. */
  mark(row: AnyRow): void {
    let marks = this.#marks.get(row.table)
    if (!marks) this.#marks.set(row.table, (marks = new Uint8Array(this.#data.rows[row.table].length)))
    marks[row.row] = 1
  }

  /** The marked rows by table, each once, in the file's order; and takes the marks off again. */
  take(): { table: TableName; rows: AnyRow[] }[] {
    return tableNames.flatMap((table) => {
      const marks = this.#marks.get(table)
      if (!marks) return []
      const rows: AnyRow[] = []
      for (let at = marks.indexOf(1); at !== -1; at = marks.indexOf(1, at + 1)) {
        const row = this.#data.rows[table][at]
        if (row) rows.push(row)
        marks[at] = 0
      }
      return rows.length > 0 ? { table, rows } : []
    })
  }
}
