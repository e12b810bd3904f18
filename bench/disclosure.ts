import { madeUpService } from '../test/support/madeUpService.ts'
import { attackOn } from '../test/support/printedAttack.ts'
import { factsOf, publicEditions } from '../test/support/publicEditions.ts'
import { type YearOfCells, cellsOfYear } from '../src/reporting/domain/disclosure/cells.ts'
import { isProtected } from '../src/reporting/domain/disclosure/rules.ts'
import { hidingOf, searchCells } from '../src/reporting/domain/disclosure/search.ts'
import type { FigureValue } from '../src/figures/figure.ts'
import { loadSolver } from '../src/reporting/providers/highs.ts'
import type { Benchmark, Row } from './support/bench.ts'

const SERVICES = 200
const [FEWEST, MOST] = [20, 2_000]
const YEAR = 2023
/** Enough for the cheapest choice of all to be found, where it can be found at all. */
const OPTIMUM = { mostRounds: 300, keepsHeads: false }

/** Which services are measured: `FOOTPRINT_BENCH_PART=2/5` is every fifth of them from the second on; all unless said. */
const [part = 1, parts = 1] = (process.env['FOOTPRINT_BENCH_PART'] ?? '')
  .split('/')
  .map(Number)
  .filter((number) => number > 0)

/** So many services, as many of each size on a scale of ratios. */
const sizes = Array.from({ length: SERVICES }, (_, index) =>
  Math.round(FEWEST * (MOST / FEWEST) ** (index / (SERVICES - 1))),
)

/**
 * The public editions of two years of 200 made-up services, attacked with all that they print; how long the search for
 * numbers to hide takes; and how many it hides for each one that would have to be.
 */
export const disclosure: Benchmark = {
  name: 'disclosure',
  what: 'small numbers hidden in public editions: attacked, timed, and compared with the fewest that protect',
  run: async ({ say }) => {
    const solver = await loadSolver()
    const searches: number[] = []
    const figures: number[] = []
    const ratios: number[] = []
    let hiddenInAll = 0
    for (const [seed, children] of sizes.entries()) {
      if (seed % parts !== part - 1) continue
      const service = await madeUpService({ seed: 1_000 + seed, children, firstYear: YEAR - 2, lastYear: YEAR })
      try {
        const start = performance.now()
        const facts = factsOf(service, YEAR, YEAR - 2)
        figures.push(performance.now() - start)
        const timed = (values: readonly FigureValue[]) => {
          const from = performance.now()
          const hiding = hidingOf(values, solver)
          searches.push(performance.now() - from)
          return hiding
        }
        const editions = publicEditions(service, [YEAR, YEAR - 1], solver, timed)
        const { hidden, found } = attackOn(
          editions.map(({ json }) => json),
          solver,
        )
        hiddenInAll += hidden.length
        if (found.length > 0) throw new Error(`service ${seed} of ${children} children: ${JSON.stringify(found)}`)
        const year = cellsOfYear(facts.figures.filter(isProtected))
        const fewest = searchCells(year, solver, OPTIMUM)
        if (fewest.isCheapest)
          ratios.push(namesIn(year, searchCells(year, solver).hidden) / Math.max(1, namesIn(year, fewest.hidden)))
      } finally {
        service.remove()
      }
      if (figures.length % 20 === 0) say(`  ${figures.length} services, ${hiddenInAll} hidden numbers attacked`)
    }
    const size = `${figures.length} services of ${FEWEST} to ${MOST.toLocaleString('en-GB')} children`
    return [
      { what: 'figures of two years', size, milliseconds: figures },
      { what: 'search for numbers to hide, a year', size, milliseconds: searches },
      { what: `hidden, to the fewest: most, of ${ratios.length}`, size, milliseconds: [0], ratio: Math.max(...ratios) },
      { what: 'hidden, to the fewest: mean', size, milliseconds: [0], ratio: meanOf(ratios) },
    ] satisfies Row[]
  },
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** How many printed numbers a choice hides. */
const namesIn = (year: YearOfCells, hidden: ReadonlySet<number>): number =>
  [...hidden].reduce((sum, cell) => sum + (year.cells[cell]?.names.length ?? 0), 0)
