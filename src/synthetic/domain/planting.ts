/** The tools to put one thing wrong in a child's life, or in the last return that names the child. */
import { isAfter, isOnOrBefore, isWithin } from '../../kernel/dates.ts'
import { type TableName, tables } from '../../returns/ssda903/tables.ts'
import type { ChildRows } from './childRows.ts'
import type { Life, MadeUpEpisode, PeriodOfCare } from './life.ts'
import type { Random } from './random.ts'
import type { ReturnScope } from './scope.ts'

/** A child's rows in the return of one year. */
export interface YearRows {
  scope: ReturnScope
  rows: ChildRows
}

/**
 * One thing to put wrong. `inLife` puts it wrong in what happened, so that every return tells it the same; `inReturns`
 * in what returns say. Either gives null where this child has nothing to do it to.
 */
export type Oddity =
  | { inLife: (life: Life, scopes: readonly ReturnScope[]) => Life | null }
  | { inReturns: (returns: readonly YearRows[], random: Random) => YearRows[] | null }

type ColumnOf<Table extends TableName> = (typeof tables)[Table][number]['name']

/** A row of a table that reads and changes its cells by the names of their columns. */
export class TableRow<Table extends TableName> {
  readonly table: Table
  readonly cells: readonly string[]

  constructor(table: Table, cells: readonly string[]) {
    this.table = table
    this.cells = cells
  }

  get(column: ColumnOf<Table>): string {
    return this.cells[positionOf(this.table, column)] ?? ''
  }

  with(column: ColumnOf<Table>, cell: string): TableRow<Table> {
    return new TableRow(this.table, this.cells.with(positionOf(this.table, column), cell))
  }
}

const positionOf = (table: TableName, column: string): number =>
  tables[table].findIndex((candidate) => candidate.name === column)

/** Some row of the table, in the last return that names the child, makes way for the rows that `change` gives. */
export function inTable<Table extends TableName>(
  table: Table,
  change: (row: TableRow<Table>, scope: ReturnScope) => TableRow<Table>[] | null,
): Oddity {
  return {
    inReturns: (returns, random) => {
      const last = returns.at(-1)
      const rows = last?.rows[table] ?? []
      // A return that names the child as a care leaver only has hardly anything to go wrong.
      if (!last?.rows.Reviews || rows.length === 0) return null
      const chosen = random.between(0, rows.length - 1)
      const changed = change(new TableRow(table, rows[chosen] ?? []), last.scope)
      if (!changed) return null
      const after = rows.toSpliced(chosen, 1, ...changed.map((row) => [...row.cells]))
      return [...returns.slice(0, -1), { ...last, rows: { ...last.rows, [table]: after } }]
    },
  }
}

/** A period of care that the returns tell of makes way for the one that `change` gives. */
export function inPeriod(
  change: (period: PeriodOfCare, scopes: { first: ReturnScope; last: ReturnScope }, life: Life) => PeriodOfCare | null,
): Oddity {
  return {
    inLife: (life, scopes) => {
      const [first, last] = [scopes[0], scopes.at(-1)]
      if (!first || !last) return null
      for (const [index, period] of life.periods.entries()) {
        const changed = change(period, { first, last }, life)
        if (changed) return { ...life, periods: life.periods.with(index, changed) }
      }
      return null
    },
  }
}

/** Where one episode gives way to the next within the years told of, the two make way for those that `change` gives. */
export const whereEpisodesMeet = (
  change: (now: MadeUpEpisode, next: MadeUpEpisode) => [MadeUpEpisode, MadeUpEpisode],
): Oddity =>
  inPeriod((period, { first, last }) => {
    for (const [index, now] of period.episodes.entries()) {
      const next = period.episodes[index + 1]
      if (!next || !isWithin(next.from, first.year.firstDay, last.knownOn)) continue
      const [changedNow, changedNext] = change(now, next)
      // The pair must still end in order, and be known by the last return.
      if (!changedNow.to || !changedNext.to || !isOnOrBefore(changedNow.to, last.knownOn)) continue
      if (!isAfter(changedNext.to, changedNow.to) || !isAfter(changedNext.to, changedNext.from)) continue
      return { ...period, episodes: period.episodes.toSpliced(index, 2, changedNow, changedNext) }
    }
    return null
  })
