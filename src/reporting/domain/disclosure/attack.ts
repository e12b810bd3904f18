import type { YearOfCells } from './cells.ts'
import { FEWEST_VALUES } from './rules.ts'
import type { LinearRow, OpenRegion, Solver } from './solver.ts'

/** A hidden cell of which too much is known, and the shown cells that tell it. */
export interface Narrowed {
  cell: number
  /** Where none of these is hidden too, the cell stays as narrow: its least and its largest value follow from them. */
  tellers: readonly number[]
}

/** A bound that is printed in place of a share: the cell is this at least, or this at most. */
export interface PrintedBound {
  cell: number
  lowest: number
  highest: number
}

/** No count is larger than this, for all that anyone knows. */
const FAR = 1_000_000
/** The solver works with fractions: what is this close to a whole number is that. */
const CLOSE = 1e-6

/**
 * What someone who reads everything could do: the hidden cells of which fewer than three whole values fit all that is
 * printed. Cells that nobody prints are unknown to them and of no interest.
 */
export function narrowedCells(
  year: YearOfCells,
  hidden: ReadonlySet<number>,
  solver: Solver,
  bounds: readonly PrintedBound[] = [],
  /** Looks only at what hangs together with this cell. */
  around: number | null = null,
): Narrowed[] {
  return partsOf(year, hidden)
    .filter(({ columns }) => around === null || columns.includes(around))
    .flatMap((part) => narrowedIn(part, year, hidden, solver, bounds))
}

/** Unknowns that hang together: hidden cells and unprinted numbers, with the equations that tie them. */
interface Part {
  columns: readonly Unknown[]
  equations: readonly YearOfCells['equations'][number][]
}
type Unknown = number | string

const unknownsOf = ({ terms, unprinted }: YearOfCells['equations'][number], hidden: ReadonlySet<number>): Unknown[] => [
  ...terms.flatMap(({ cell }) => (hidden.has(cell) ? [cell] : [])),
  ...unprinted.map(({ name }) => name),
]

function partsOf(year: YearOfCells, hidden: ReadonlySet<number>): Part[] {
  const parent = new Map<Unknown, Unknown>()
  const root = (one: Unknown): Unknown => {
    const above = parent.get(one)
    return above === undefined ? one : root(above)
  }
  const tied = year.equations
    .map((equation) => ({ equation, unknowns: unknownsOf(equation, hidden) }))
    .filter(({ unknowns }) => unknowns.length > 0)
  for (const { unknowns } of tied) {
    const [first, ...others] = unknowns.map(root)
    for (const other of others) {
      const [above, below] = [root(first ?? other), root(other)]
      if (above !== below) parent.set(below, above)
    }
  }
  const groups = Map.groupBy(tied, ({ unknowns }) => root(unknowns[0] ?? ''))
  return [...groups.values()]
    .map((group) => ({
      columns: [...new Set(group.flatMap(({ unknowns }) => unknowns))],
      equations: group.map(({ equation }) => equation),
    }))
    .filter(({ columns }) => columns.some((column) => typeof column === 'number'))
}

function narrowedIn(
  { columns, equations }: Part,
  year: YearOfCells,
  hidden: ReadonlySet<number>,
  solver: Solver,
  bounds: readonly PrintedBound[],
): Narrowed[] {
  const columnOf = new Map(columns.map((unknown, column) => [unknown, column]))
  const rows = equations.map(({ terms, unprinted }): LinearRow => {
    const known = terms.reduce(
      (sum, { cell, times }) => sum + (hidden.has(cell) ? 0 : times * (year.cells[cell]?.value ?? 0)),
      0,
    )
    const of = (unknown: Unknown, times: number) => {
      const column = columnOf.get(unknown)
      return column === undefined ? [] : [{ column, times }]
    }
    return {
      terms: [
        ...terms.flatMap(({ cell, times }) => of(cell, times)),
        ...unprinted.flatMap(({ name, times }) => of(name, times)),
      ],
      lowest: -known,
      highest: -known,
    }
  })
  const lowest = columns.map(() => 0)
  const highest = columns.map(() => FAR)
  for (const bound of bounds) {
    const column = columnOf.get(bound.cell)
    if (column === undefined) continue
    lowest[column] = Math.max(lowest[column] ?? 0, bound.lowest)
    highest[column] = Math.min(highest[column] ?? FAR, bound.highest)
  }
  return solver.within({ lowest, highest, rows }, (open) => {
    const seen = seenSoFar(columns, year)
    return columns.flatMap((cell, column): Narrowed[] => {
      if (typeof cell === 'string' || seen.isWide(column)) return []
      const prices = [1, -1].map((sign) => askedFor(column, sign, columns.length, open, seen))
      if (seen.isWide(column)) return []
      // Without an answer anything shown may tell it.
      return [{ cell, tellers: [...new Set(prices.flatMap((one) => tellersOf(equations, one, hidden)))] }]
    })
  })
}

/** The shown cells that hold a value up: those that the priced equations do not cancel out; where the solver gave no prices, all. */
function tellersOf(
  equations: Part['equations'],
  prices: readonly number[] | null,
  hidden: ReadonlySet<number>,
): number[] {
  if (prices === null)
    return equations.flatMap(({ terms }) => terms.map(({ cell }) => cell)).filter((cell) => !hidden.has(cell))
  const sums = new Map<number, number>()
  equations.forEach(({ terms }, row) => {
    for (const { cell, times } of terms) {
      if (!hidden.has(cell)) sums.set(cell, (sums.get(cell) ?? 0) + times * (prices[row] ?? 0))
    }
  })
  return [...sums].flatMap(([cell, sum]) => (Math.abs(sum) > CLOSE ? [cell] : []))
}

/** Asks for the least (1) or the largest (-1) value of a column, and keeps what the answer shows of all of them. Gives the prices. */
function askedFor(
  column: number,
  sign: number,
  length: number,
  open: OpenRegion,
  seen: Seen,
): readonly number[] | null {
  if (seen.isWide(column)) return null
  const answer = open.smallest(Array.from({ length }, (_, at) => (at === column ? sign : 0)))
  if (!answer) return null
  seen.add(answer.values)
  return answer.rowPrices
}

interface Seen {
  add: (values: readonly number[]) => void
  /** Whether values have been met so far apart that three whole ones lie between them. */
  isWide: (column: number) => boolean
}

/** The least and the largest value met of each column: what one answer shows of the others need not be asked. */
function seenSoFar(columns: readonly Unknown[], year: YearOfCells): Seen {
  const least = columns.map((cell) => (typeof cell === 'number' ? (year.cells[cell]?.value ?? 0) : Infinity))
  const most = columns.map((cell) => (typeof cell === 'number' ? (year.cells[cell]?.value ?? 0) : -Infinity))
  return {
    add: (values) => {
      values.forEach((value, column) => {
        least[column] = Math.min(least[column] ?? value, value)
        most[column] = Math.max(most[column] ?? value, value)
      })
    },
    isWide: (column) => wholeValues(least[column] ?? 0, most[column] ?? 0) >= FEWEST_VALUES,
  }
}

/** How many whole numbers lie from the one to the other. */
export const wholeValues = (least: number, most: number): number =>
  Math.floor(most + CLOSE) - Math.ceil(least - CLOSE) + 1
