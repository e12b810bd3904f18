import loadHighs from 'highs'
import type { LinearRegion, OpenRegion, Solver } from '../domain/disclosure/solver.ts'

/** Steps after which a choice of whole numbers is the best found so far. */
const MOST_NODES = 2_000

/**
 * HiGHS, in this thread: it works in one thread, from one seed, and is bounded by steps, so that the same question gets the
 * same answer. Loading it takes some 60 ms.
 */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  const { constants, infinity } = highs
  const QUIET = { output_flag: false, random_seed: 0 }
  const finite = (bound: number): number => (Number.isFinite(bound) ? bound : Math.sign(bound) * infinity)

  const modelOf = ({ lowest, highest, rows }: LinearRegion, costs: readonly number[]) => {
    const starts = [0]
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length)
    return {
      numCols: lowest.length,
      numRows: rows.length,
      colCost: [...costs],
      colLower: lowest.map(finite),
      colUpper: highest.map(finite),
      rowLower: rows.map((row) => finite(row.lowest)),
      rowUpper: rows.map((row) => finite(row.highest)),
      matrix: {
        format: 'csr' as const,
        numRows: rows.length,
        numCols: lowest.length,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(({ column }) => column)),
        values: rows.flatMap(({ terms }) => terms.map(({ times }) => times)),
      },
    }
  }

  return {
    within: (region, use) =>
      highs.withModel(
        modelOf(
          region,
          region.lowest.map(() => 0),
        ),
        (model) => {
          model.options.set({ ...QUIET, presolve: 'off', solver: 'simplex' })
          const every = { kind: 'range' as const, from: 0, to: region.lowest.length - 1 }
          const open: OpenRegion = {
            smallest: (costs) => {
              model.changeColsCost(every, [...costs])
              model.run()
              if (model.getModelStatus() !== constants.modelStatus.optimal) return null
              const { colValue, rowDual } = model.getSolution()
              return { values: [...colValue], rowPrices: [...rowDual] }
            },
          }
          return use(open)
        },
      ),
    cheapestChoice: (costs, region) =>
      highs.withModel(
        { ...modelOf(region, costs), integrality: costs.map(() => constants.variableType.integer) },
        (model) => {
          model.options.set({ ...QUIET, mip_rel_gap: 0, mip_abs_gap: 1e-9, mip_max_nodes: MOST_NODES })
          model.run()
          const status = model.getModelStatus()
          const { optimal, solutionLimit } = constants.modelStatus
          const hasChoice = status === optimal || status === solutionLimit
          return hasChoice ? [...model.getSolution().colValue].map(Math.round) : null
        },
      ),
  }
}
