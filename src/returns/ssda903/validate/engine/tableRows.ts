import type { TableName } from '../../tables.ts'
import { type ColumnCells, DateCells, TextCells } from './cells.ts'
import { type Child, ColumnMissing, type Row, type RowFrame } from './rows.ts'
import { type GrowingChild, type GrowingRows, addRow } from './growingChild.ts'
import { orderOf } from './rowOrder.ts'
import { type Surroundings, derivedColumns } from './derived.ts'
import { knownColumns, areRowsOf } from './knownColumns.ts'

/** A table while it is read: takes its rows one after the other and keeps their cells by column. */
export class TableRows<Table extends TableName> {
  readonly #table: Table
  readonly #cells = new Map<string, ColumnCells>()
  readonly #cellsInFileOrder: (ColumnCells | undefined)[]
  readonly #childAt: number
  readonly #childOf: (id: string) => GrowingChild
  /** The child of each row. */
  readonly owners: GrowingChild[] = []

  /** `childOf` gives the child that a CHILD cell names. */
  constructor(table: Table, columns: readonly string[], childOf: (id: string) => GrowingChild) {
    this.#table = table
    this.#childOf = childOf
    this.#childAt = columns.indexOf('CHILD')
    const known = knownColumns(table)
    this.#cellsInFileOrder = columns.map((column) => {
      const isDate = known.get(column)
      if (isDate === undefined || column === 'CHILD') return undefined
      const cells = isDate ? new DateCells() : new TextCells()
      this.#cells.set(column, cells)
      return cells
    })
  }

  /** Takes the next row's cells, in the order of the columns. */
  add(written: readonly string[]): void {
    this.owners.push(this.#childOf(written[this.#childAt] ?? ''))
    for (let at = 0; at < this.#cellsInFileOrder.length; at++) this.#cellsInFileOrder[at]?.add(written[at] ?? '')
  }

  /** Makes the rows, now that all are read, and gives each to its child, in order of their start. */
  finish(yearOf: (child: GrowingChild) => GrowingRows, surroundings: Surroundings): Row<Table>[] {
    const TableRow = this.#rowClass(surroundings)
    const rows = this.owners.map((child, row) => new TableRow(row, child))
    if (!areRowsOf(this.#table, rows)) throw new Error(`rows of ${this.#table} lack a known column`)
    const order = orderOf(this.#table, this.#cells)
    const outOfOrder = new Set<Row<Table>[]>()
    rows.forEach((row, at) => {
      const owner = this.owners[at]
      if (!owner) return
      addRow(yearOf(owner), this.#table, row)
      const ofChild = yearOf(owner)[this.#table]
      const before = ofChild.at(-2)
      if (before && order(before.row, row.row) > 0) outOfOrder.add(ofChild)
    })
    for (const ofChild of outOfOrder) ofChild.sort((a, b) => order(a.row, b.row))
    return rows
  }

  /** One class a table: its rows look their cells up in the columns, and refuse where the file has no such column. */
  #rowClass(surroundings: Surroundings): new (row: number, child: Child) => RowFrame<Table> {
    const table = this.#table
    const columns = this.#cells

    class TableRow implements RowFrame<Table> {
      [cell: string]: unknown
      readonly table = table
      readonly row: number
      readonly child: Child
      constructor(row: number, child: Child) {
        this.row = row
        this.child = child
      }
      has(column: string): boolean {
        return columns.get(column)?.isFilled(this.row) ?? this[column] !== ''
      }
      text(column: string): string {
        const cells = columns.get(column)
        const cell = cells ? cells.at(this.row) : this[column]
        return typeof cell === 'string' ? cell : ''
      }
      asWritten(column: string): string {
        const cells = columns.get(column)
        return (cells?.isDate === false && cells.inSmallLetters.get(this.row)) || this.text(column)
      }
      unreadable(column: string): string {
        const cells = columns.get(column)
        if (!cells) throw noColumn(table, column)
        return cells.isDate ? (cells.unreadable.get(this.row) ?? '') : ''
      }
    }

    const define = (column: string, get: (this: TableRow) => unknown): void => {
      Object.defineProperty(TableRow.prototype, column, { get })
    }
    for (const column of knownColumns(table).keys()) {
      if (column === 'CHILD') {
        define(column, function () {
          return this.child.id
        })
        continue
      }
      const cells = columns.get(column)
      const derive = derivedColumns[table]?.[column]
      // Written out for dates and for text: a getter that serves both makes every date an object.
      if (cells?.isDate) {
        define(column, function () {
          return cells.at(this.row)
        })
      } else if (cells) {
        define(column, function () {
          return cells.at(this.row)
        })
      } else if (derive) {
        define(column, function () {
          return derive(this, surroundings)
        })
      } else {
        define(column, () => {
          throw noColumn(table, column)
        })
      }
    }
    return TableRow
  }
}

const noColumn = (table: TableName, column: string): ColumnMissing =>
  new ColumnMissing(`${table} has no column ${column}`)
