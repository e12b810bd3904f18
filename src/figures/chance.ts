/** A share of so many. */
export interface Share {
  numerator: number
  denominator: number
}

/** How far a normal distribution reaches to both sides for 95 of 100. */
const Z = 1.959964

/** Wilson's interval of a share, from 0 to 1. */
function wilson({ numerator, denominator }: Share): [low: number, high: number] {
  const share = numerator / denominator
  const square = Z * Z
  const centre = share + square / (2 * denominator)
  const spread = Z * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator * denominator))
  const scale = 1 + square / denominator
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)]
}

/**
 * Between which differences, in percentage points, the true change from `before` to `now` lies in 95 of 100 cases, if what
 * happened is seen as one of the many ways in which it might have: Newcombe's hybrid score interval. Null of no records.
 */
export function changeInterval(now: Share, before: Share): { low: number; high: number } | null {
  if (now.denominator === 0 || before.denominator === 0) return null
  const [p1, p2] = [now.numerator / now.denominator, before.numerator / before.denominator]
  const [l1, u1] = wilson(now)
  const [l2, u2] = wilson(before)
  const difference = p1 - p2
  return {
    low: 100 * (difference - Math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)),
    high: 100 * (difference + Math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)),
  }
}

/** Whether a change of a share is more than chance alone would give; null where nobody can tell. */
export function isMoreThanChance(now: Share, before: Share): boolean | null {
  const interval = changeInterval(now, before)
  return interval && (interval.low > 0 || interval.high < 0)
}
