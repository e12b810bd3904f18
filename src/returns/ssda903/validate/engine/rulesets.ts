/** A version of DfE's rules, named after the collection year it was made for. */
export const rulesets = ['2022-23', '2023-24', '2024-25', '2025-26', '2026-27'] as const

export type Ruleset = (typeof rulesets)[number]

/** The rules of this collection year (`2022-23`), or of the nearest year whose rules are known. */
export function rulesetFor(collection: string): Ruleset {
  const [oldest] = rulesets
  return rulesets.findLast((ruleset) => ruleset <= collection) ?? oldest
}
