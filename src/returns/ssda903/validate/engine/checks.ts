import type { TableName } from '../../tables.ts'
import type { AnyRow, Child, ChildRows, DateColumn, Row, TextColumn } from './rows.ts'
import type { IndexedReturn } from './indexedReturn.ts'
import type { Check } from './rule.ts'

/** What a check makes of a blank cell; another rule may still ask for it to be filled. */
type Blank = 'blank passes' | 'blank fails'

/** Every row of a table that fails by itself, or beside its child's other rows (`row.child`). */
export function eachRow<Table extends TableName>(
  table: Table,
  fails: (row: Row<Table>, data: IndexedReturn) => boolean,
): Check {
  return (data, fail) => {
    for (const row of rowsOf(data.rows, table)) if (fails(row, data)) fail(row)
  }
}

/** Rules about a child's rows together: `check` names those that fail. */
export function eachChild(check: (child: Child, fail: (row: AnyRow) => void, data: IndexedReturn) => void): Check {
  return (data, fail) => {
    for (const child of data.children) check(child, fail, data)
  }
}

/**
 * Neighbours among a child's rows of a table, in order of their start. Of each pair of which `fails` says so, the row
 * that `which` names fails.
 */
export function eachPair<Table extends TableName>(
  table: Table,
  which: 'earlier' | 'later',
  fails: (earlier: Row<Table>, later: Row<Table>, data: IndexedReturn) => boolean,
): Check {
  return eachChild((child, fail, data) => {
    let earlier: Row<Table> | undefined
    for (const later of rowsOf(child, table)) {
      if (earlier && fails(earlier, later, data)) fail(which === 'earlier' ? earlier : later)
      earlier = later
    }
  })
}

/**
 * A row of each of two tables that do not go together: both rows fail wherever `clash` says so of two rows of a child.
 */
export function eachCombination<Table extends TableName, Other extends TableName>(
  table: Table,
  other: Other,
  clash: (row: Row<Table>, otherRow: Row<Other>, data: IndexedReturn) => boolean,
): Check {
  return eachChild((child, fail, data) => {
    for (const row of rowsOf(child, table)) {
      for (const otherRow of rowsOf(child, other)) {
        if (!clash(row, otherRow, data)) continue
        fail(row)
        fail(otherRow)
      }
    }
  })
}

/** A cell that holds none of these codes. A code in small letters is none: a cell is taken as it is written. */
export function notOneOf<Table extends TableName>(
  table: Table,
  column: TextColumn<Table>,
  codes: ReadonlySet<string>,
  blank: Blank = 'blank passes',
): Check {
  return eachRow(table, (row) => {
    const code = row.asWritten(column)
    return code === '' ? blank === 'blank fails' : !codes.has(code)
  })
}

/** A date's cell that holds no date. */
export function notADate<Table extends TableName>(
  table: Table,
  column: DateColumn<Table>,
  blank: Blank = 'blank passes',
): Check {
  return eachRow(table, (row) => (blank === 'blank fails' && !row.has(column)) || row.unreadable(column) !== '')
}

// Told the table by name, the compiler knows what its rows are.
function rowsOf<Table extends TableName>(rows: ChildRows<Table>, table: Table): readonly Row<Table>[] {
  return rows[table]
}
