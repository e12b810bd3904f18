import type { CellName, Relation } from './relations.ts'

/** Which numbers are one, since a relation says so and they are equal: gives one name for all names of a number. */
export function sameNumbers(
  known: readonly Relation[],
  valueOf: ReadonlyMap<CellName, number>,
): (name: CellName) => CellName {
  const parent = new Map<CellName, CellName>()
  const root = (name: CellName): CellName => {
    const above = parent.get(name)
    return above === undefined ? name : root(above)
  }
  for (const { whole, parts, isAtMost = false } of known) {
    const [part] = parts
    if (part === undefined || parts.length > 1 || isAtMost) continue
    const value = valueOf.get(whole)
    if (value === undefined || value !== valueOf.get(part)) continue
    const [above, below] = [root(whole), root(part)]
    if (above !== below) parent.set(below, above)
  }
  return root
}
