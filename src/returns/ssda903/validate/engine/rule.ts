import type { IndexedReturn, TableOfYear } from './indexedReturn.ts'
import type { Reference } from './reference.ts'
import type { ColumnName, AnyRow } from './rows.ts'
import { type Ruleset, rulesets } from './rulesets.ts'

/** Looks through a return and names every row that breaks the rule. A row named twice fails once. */
export type Check = (data: IndexedReturn, fail: (row: AnyRow) => void) => void

/** What an authority reads, and what is checked: the part of a rule that may differ between rulesets. */
interface RuleText {
  /** What is wrong, in plain words, said of the row that fails. */
  message: string
  /** What to do about it. */
  hint: string
  /** The columns to look at. */
  fields: readonly ColumnName[]
  check: Check
}

/** A rule of the return: all that is known of it, in one place. */
export interface Rule extends RuleText {
  /** DfE's code: `205A`. */
  code: string
  /** The tables it looks at. A return that lacks one of them is not checked by this rule. */
  tables: readonly TableOfYear[]
  /** Those of `tables` that it can do without. */
  optional?: readonly TableOfYear[]
  /** The list that it needs beside the return. */
  reference?: keyof Reference
  /** Whether it must know which authority's return it is. */
  needsAuthority?: true
  /** The first ruleset that has the rule; the oldest known where left out. */
  from?: Ruleset
  /** The last ruleset that has the rule; the newest where left out. */
  until?: Ruleset
  /** What changed in later rulesets; each holds until the next change. */
  since?: Partial<Record<Ruleset, Partial<RuleText>>>
  /** Small returns with the rows that fail, for the test: see the rule author's guide. */
  cases?: readonly string[]
}

/** Whether this ruleset has the rule. */
export function isInForce(rule: Rule, ruleset: Ruleset): boolean {
  return (rule.from ?? rulesets[0]) <= ruleset && ruleset <= (rule.until ?? rulesets.at(-1) ?? ruleset)
}

/** The rule as this ruleset has it: with all changes up to it. */
export function asOf(rule: Rule, ruleset: Ruleset): Rule {
  return rulesets
    .filter((each) => each <= ruleset)
    .reduce<Rule>((soFar, each) => ({ ...soFar, ...rule.since?.[each] }), rule)
}
