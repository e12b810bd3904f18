import type { CellName, Relation } from './relations.ts'

/**
 * The hidden numbers that can be worked out exactly from the published ones and the sums they stand in. Wholes that
 * are neither published nor hidden are unknowns like the hidden numbers.
 */
export function derivable(
  known: readonly Relation[],
  published: ReadonlyMap<CellName, number>,
  hidden: ReadonlySet<CellName>,
): CellName[] {
  const isUnknown = (name: CellName) => hidden.has(name) || !published.has(name)
  const rows = known.flatMap(({ whole, parts }) => {
    const row = new Map<CellName, number>()
    for (const part of parts) if (isUnknown(part)) row.set(part, (row.get(part) ?? 0) + 1)
    if (isUnknown(whole)) row.set(whole, (row.get(whole) ?? 0) - 1)
    return row.size === 0 ? [] : [row]
  })
  const alone = reduced(rows).flatMap((row) => (row.size === 1 ? [...row.keys()] : []))
  return alone.filter((name) => hidden.has(name))
}

type Row = Map<CellName, number>

/**
 * The equations in reduced row echelon form (Gauss and Jordan), empty ones left out: an unknown is determined just
 * where it stands alone in a row. Rows hold only what is not 0: each sum touches few of the unknowns.
 */
function reduced(rows: readonly Row[]): Row[] {
  const done: { pivot: CellName; row: Row }[] = []
  for (const equation of rows) {
    const row = new Map(equation)
    for (const { pivot, row: before } of done) subtract(row, before, row.get(pivot) ?? 0)
    const [first] = row
    if (!first) continue
    const [pivot, by] = first
    for (const [name, factor] of row) row.set(name, factor / by)
    for (const earlier of done) subtract(earlier.row, row, earlier.row.get(pivot) ?? 0)
    done.push({ pivot, row })
  }
  return done.map(({ row }) => row)
}

/** Takes `times` the other row away; what cancels out is gone. */
function subtract(row: Row, other: Row, times: number): void {
  if (times === 0) return
  for (const [name, factor] of other) {
    const left = (row.get(name) ?? 0) - times * factor
    // The factors are small whole numbers and their quotients: what is this small is a rounding error of 0.
    if (Math.abs(left) < 1e-9) row.delete(name)
    else row.set(name, left)
  }
}
