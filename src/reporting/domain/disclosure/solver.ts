/** A sum of unknowns that lies within bounds. */
export interface LinearRow {
  terms: readonly { column: number; times: number }[]
  lowest: number
  highest: number
}

/** Unknowns within bounds, and the sums that they obey. `Infinity` where there is no bound. */
export interface LinearRegion {
  lowest: readonly number[]
  highest: readonly number[]
  rows: readonly LinearRow[]
}

/** Where a sum of the unknowns is smallest, and by how much each row holds it up (0: the row could go). */
export interface LinearAnswer {
  values: readonly number[]
  rowPrices: readonly number[]
}

/** Answers one question after another about one region. */
export interface OpenRegion {
  /** Where the sum of costs times unknowns is smallest; null where the solver found nothing. */
  smallest: (costs: readonly number[]) => LinearAnswer | null
}

/**
 * What the search needs of a solver of linear problems. The same question gets the same answer each time, whatever the
 * machine: it is bounded by steps, not by time.
 */
export interface Solver {
  /** Works with a region, which is let go of afterwards. */
  within: <Result>(region: LinearRegion, use: (open: OpenRegion) => Result) => Result
  /** The cheapest choice of 0 or 1 for every column; null where none was found within the bound of steps. */
  cheapestChoice: (costs: readonly number[], region: LinearRegion) => readonly number[] | null
}
