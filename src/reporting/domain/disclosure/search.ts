import { narrowedCells } from './attack.ts'
import { safeBounds } from './bounds.ts'
import { type YearOfCells, cellsOfYear } from './cells.ts'
import type { CellName } from './relations.ts'
import { type CountedFigure, LARGEST_SMALL_COUNT, isOfFew, isProtected } from './rules.ts'
import type { LinearRow, Solver } from './solver.ts'

/** What of a year's figures nobody may read. */
export interface Hiding {
  hidden: ReadonlySet<CellName>
  /** The figures in whose place a bound may stand. */
  bounded: ReadonlySet<string>
  /** Shares of few that what is shown for its own value alone gives away: they are not printed, not even as hidden. */
  untold: ReadonlySet<string>
}

/** What a search hid, by place, and how it came to its end. */
export interface Search {
  hidden: ReadonlySet<number>
  /** How often the choice was made anew. */
  rounds: number
  /** Whether nothing cheaper protects: the bound of rounds was not reached. */
  isCheapest: boolean
}

/** How a search may be held. */
export interface SearchLimits {
  /** After so many choices whatever still fails is hidden by hand. */
  mostRounds: number
  /** Whether heads are shown where another choice protects as well. */
  keepsHeads: boolean
}

const USUAL: SearchLimits = { mostRounds: 60, keepsHeads: true }

/** The fewest numbers of a year's figures to hide so that no small one can be worked out (ADR 0018). */
export function hidingOf(figures: readonly CountedFigure[], solver: Solver): Hiding {
  const all = figures.filter(isProtected)
  const untold = givenAway(all, solver)
  const values = all.filter(({ id }) => !untold.has(id))
  const year = cellsOfYear(values)
  const { hidden } = searchCells(year, solver)
  return {
    hidden: new Set([...hidden].flatMap((cell) => year.cells[cell]?.names ?? [])),
    bounded: safeBounds(values, year, hidden, solver),
    untold,
  }
}

/**
 * Shares of few that nothing could protect but hiding heads: where no review at all was late, everyone knows how many of the
 * eight first ones were.
 */
export function givenAway(values: readonly CountedFigure[], solver: Solver): ReadonlySet<string> {
  const year = cellsOfYear(values)
  const most = new Set(year.cells.flatMap(({ isHead, mustHide }, cell) => (!isHead || mustHide ? [cell] : [])))
  const narrowed = new Set(narrowedCells(year, most, solver).map(({ cell }) => cell))
  return new Set(
    values
      .filter(isOfFew)
      .filter(({ id }) => ['numerator', 'rest'].some((part) => narrowed.has(year.placeOf(`${id}#${part}`) ?? -1)))
      .map(({ id }) => id),
  )
}

/** What a choice must fulfil: of the cells that are hidden, these numbers come to 0 or more. */
type Condition = ReadonlyMap<number, number>

/** Chooses cells to hide, tests the choice, and learns a condition from each test that fails, until none does. */
export function searchCells(year: YearOfCells, solver: Solver, limits: SearchLimits = USUAL): Search {
  const small = year.cells.flatMap(({ mustHide }, cell) => (mustHide ? [cell] : []))
  const conditions: Condition[] = []
  const mayHide = (cell: number): boolean => {
    const { isHead = false, mustHide = false } = year.cells[cell] ?? {}
    return !limits.keepsHeads || !isHead || mustHide
  }
  let hidden: ReadonlySet<number> = new Set(small)
  for (let round = 0; round < limits.mostRounds; round++) {
    const failed = conditionsFailed(year, hidden, solver, mayHide)
    if (failed.length === 0) return { hidden, rounds: round, isCheapest: true }
    conditions.push(...failed)
    const chosen = cheapest(year, conditions, small, solver, mayHide)
    if (chosen === null) break
    hidden = chosen
  }
  return { hidden: filledUp(year, hidden, solver, mayHide), rounds: limits.mostRounds, isCheapest: false }
}

/** The conditions that the choice fails: sums that give a hidden cell away, small rests of tables, narrow ranges. */
function conditionsFailed(
  year: YearOfCells,
  hidden: ReadonlySet<number>,
  solver: Solver,
  mayHide: (cell: number) => boolean,
): Condition[] {
  const simple = [...aloneInSum(year, hidden), ...smallRests(year, hidden)]
  const failed =
    simple.length > 0 ? simple : narrowedCells(year, hidden, solver).map(({ cell, tellers }) => oneOf(tellers, cell))
  return failed.map((condition) => withoutHeads(condition, mayHide))
}

/** Heads stay shown where anything else could be hidden instead. */
function withoutHeads(condition: Condition, mayHide: (cell: number) => boolean): Condition {
  const others = new Map([...condition].filter(([cell, times]) => times < 0 || mayHide(cell)))
  return [...others.values()].some((times) => times > 0) ? others : condition
}

/** One of these must be hidden where the cell is. */
const oneOf = (cells: readonly number[], cell: number): Condition =>
  new Map([...cells.map((one): [number, number] => [one, 1]), [cell, -1]])

/** Every cell of a sum of which only one is hidden needs another; so does each of the others, were it hidden alone. */
function aloneInSum(year: YearOfCells, hidden: ReadonlySet<number>): Condition[] {
  return year.equations.flatMap(({ terms, unprinted }) => {
    if (unprinted.length > 0) return []
    const cells = terms.map(({ cell }) => cell)
    if (cells.filter((cell) => hidden.has(cell)).length !== 1) return []
    return cells.map((cell) =>
      oneOf(
        cells.filter((other) => other !== cell),
        cell,
      ),
    )
  })
}

/** Rows hidden in a table are a small count together, which the whole gives away. */
function smallRests(year: YearOfCells, hidden: ReadonlySet<number>): Condition[] {
  const enough = LARGEST_SMALL_COUNT + 1
  return year.tables.flatMap(({ whole, rows }) => {
    const unseen = rows.filter((row) => hidden.has(row))
    const rest = unseen.reduce((sum, row) => sum + (year.cells[row]?.value ?? 0), 0)
    if (unseen.length === 0 || hidden.has(whole) || rest >= enough) return []
    return unseen.map((row): Condition => {
      const terms = new Map(rows.map((one) => [one, Math.min(enough, year.cells[one]?.value ?? 0)]))
      terms.set(whole, enough)
      terms.set(row, (terms.get(row) ?? 0) - enough)
      return terms
    })
  })
}

/** Of what costs alike, the smaller count; then the one that stands first. So the same figures get the same choice. */
const TINY = 1e-4
const TINIEST = 1e-7

function cheapest(
  year: YearOfCells,
  conditions: readonly Condition[],
  small: readonly number[],
  solver: Solver,
  mayHide: (cell: number) => boolean,
): ReadonlySet<number> | null {
  const cells = [...new Set([...small, ...conditions.flatMap((condition) => [...condition.keys()])])]
  const columnOf = new Map(cells.map((cell, column) => [cell, column]))
  const isSmall = new Set(small)
  const costs = cells.map((cell, column) => {
    const { weight = 1, value = 0 } = year.cells[cell] ?? {}
    return weight + (mayHide(cell) ? 0 : HEAD) + TINY * Math.min(1, value / 1000) + TINIEST * column
  })
  const rows = conditions.map((condition): LinearRow => ({
    terms: [...condition].flatMap(([cell, times]) => {
      const column = columnOf.get(cell)
      return column === undefined || times === 0 ? [] : [{ column, times }]
    }),
    lowest: 0,
    highest: Infinity,
  }))
  const lowest = cells.map((cell) => (isSmall.has(cell) ? 1 : 0))
  const chosen = solver.cheapestChoice(costs, { lowest, highest: cells.map(() => 1), rows })
  return chosen && new Set(cells.filter((_, column) => (chosen[column] ?? 0) > 0.5))
}

/** What it costs to hide a head, where nothing else could be hidden. */
const HEAD = 100

/** Hides the cheapest cell of each condition that still fails, until none does. Hidden cells only become more. */
function filledUp(
  year: YearOfCells,
  start: ReadonlySet<number>,
  solver: Solver,
  mayHide: (cell: number) => boolean,
): ReadonlySet<number> {
  const hidden = new Set(start)
  const priceOf = (cell: number) => (year.cells[cell]?.weight ?? 0) + (mayHide(cell) ? 0 : HEAD)
  for (;;) {
    const open = conditionsFailed(year, hidden, solver, mayHide).flatMap((condition) =>
      [...condition].flatMap(([cell, times]) => (times > 0 && !hidden.has(cell) ? [cell] : [])),
    )
    const [next] = open.sort((a, b) => priceOf(a) - priceOf(b) || a - b)
    if (next === undefined) return hidden
    hidden.add(next)
  }
}
