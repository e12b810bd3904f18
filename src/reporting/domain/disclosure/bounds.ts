import { type PrintedBound, narrowedCells } from './attack.ts'
import type { YearOfCells } from './cells.ts'
import { type CountedFigure, LARGEST_SMALL_COUNT, isSmall } from './rules.ts'
import type { Solver } from './solver.ts'

/** A share of fewer than this has no bound that tells anything. */
const FEWEST_FOR_BOUND = 20

/** What may be said of a share whose exact value is hidden: `97% or more`. */
export interface Bound {
  side: 'more' | 'less'
  percent: number
}

/** The bound of a percentage of which a small count stands on one side; null where it has none. */
export function boundOf({ unit, numerator, denominator }: CountedFigure): Bound | null {
  if (unit !== 'percent' || numerator === null || denominator === null || denominator < FEWEST_FOR_BOUND) return null
  const few = (100 * LARGEST_SMALL_COUNT) / denominator
  if (isSmall(denominator - numerator)) return { side: 'more', percent: Math.floor(100 - few) }
  return isSmall(numerator) ? { side: 'less', percent: Math.ceil(few) } : null
}

/** The figures whose bounds may all be printed: each is tried with those before it, and left out where it tells too much. */
export function safeBounds(
  values: readonly CountedFigure[],
  year: YearOfCells,
  hidden: ReadonlySet<number>,
  solver: Solver,
): ReadonlySet<string> {
  const safe = new Set<string>()
  const printed: PrintedBound[] = []
  for (const value of values) {
    const bound = boundOf(value)
    const [numerator, denominator] = [year.placeOf(`${value.id}#numerator`), year.placeOf(`${value.id}#denominator`)]
    if (!bound || numerator === null || denominator === null) continue
    if (!hidden.has(numerator) || hidden.has(denominator)) continue
    const whole = Number(value.denominator)
    const edge = (bound.percent * whole) / 100
    // That a bound stands there says that there are some on its other side.
    const tried: PrintedBound =
      bound.side === 'more'
        ? { cell: numerator, lowest: edge, highest: whole - 1 }
        : { cell: numerator, lowest: 1, highest: edge }
    if (narrowedCells(year, hidden, solver, [...printed, tried], numerator).length > 0) continue
    printed.push(tried)
    safe.add(value.id)
  }
  return safe
}
