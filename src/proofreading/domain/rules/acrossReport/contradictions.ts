import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { type Fact, factsOf } from '../../words/facts.ts'

/** One measure of one year with different values, in sentences and tables. */
export const contradictions: Rule = (studied) => {
  const groups = Map.groupBy(factsOf(studied), ({ measure, year }) => `${measure} ${year}`)
  return [...groups.values()].flatMap((facts): Located[] => {
    const [first] = facts
    if (!first) return []
    const right = most(facts)
    return facts
      .filter((fact) => !fact.isTable && !agree(fact, right))
      .map((fact) =>
        located(studied, {
          at: fact.at,
          also: right.at,
          place: fact.place,
          kind: right.isTable ? 'text-table' : 'text-text',
          message: `The number of “${fact.measure}” is ${shown(fact.value)} here and ${shown(right.value)} elsewhere (${right.place}).`,
          computation: `${shown(fact.value)} against ${shown(right.value)}`,
          expected: shown(right.value),
          severity: 'error',
          confidence: facts.filter((one) => agree(one, right)).length > 1 ? 0.88 : 0.82,
        }),
      )
  })
}

/** Whether two numbers are one, printed with more or fewer decimals. */
function agree(one: Fact, other: Fact): boolean {
  const decimals = Math.min(one.decimals, other.decimals)
  return Math.abs(one.value - other.value) <= (one.decimals === other.decimals ? 0 : 0.5 * 10 ** -decimals) + 1e-9
}

/** The value that most places have; of equals a table's, else the first. */
function most(facts: readonly Fact[]): Fact {
  const count = (fact: Fact) => facts.filter((other) => agree(fact, other)).length + (fact.isTable ? 0.5 : 0)
  return facts.reduce((best, fact) => (count(fact) > count(best) ? fact : best))
}
