import type { Located } from '../../finding.ts'
import { isOfTwo, shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'
import { isPartBySaid } from '../../words/explained.ts'
import { timesPrinted } from '../../words/timesPrinted.ts'
import type { Statement } from '../../words/statement.ts'
import { statementsOf } from '../../words/statements.ts'

/** One thing, by whatever words, with different values in sentences and tables far from each other. */
export const sameThing: Rule = (studied) => [...contradicting(studied), ...slipped(studied)]

function contradicting(studied: Studied): Located[] {
  const groups = Map.groupBy(statementsOf(studied), ({ key }) => key)
  return [...groups.values()].flatMap((statements): Located[] => {
    const right = mostSaid(statements)
    if (!right || new Set(statements.map(({ value }) => value)).size > MOST_VALUES) return []
    const confidence = statements.filter((each) => agree(each, right)).length > 1 ? 0.86 : 0.8
    return statements
      .filter((one) => one.sentence && isAgainst(one, right))
      .map((one) => said(studied, one, right, confidence))
  })
}

const said = (studied: Studied, one: Statement, right: Statement, confidence: number): Located =>
  located(studied, {
    at: one.at,
    also: right.at,
    place: one.place,
    kind: right.sentence ? 'text-text' : 'text-table',
    message: `${named(one)} is ${printed(one)} here and ${printed(right)} elsewhere (${right.place}).`,
    computation: `${printed(one)} against ${printed(right)}`,
    expected: printed(right),
    severity: 'error',
    confidence,
  })

/** Smaller numbers are slips of each other by chance. */
const LEAST_OF_SLIPS = 100

/** What so many numbers are of is many things. */
const MOST_ALIKE = 40

/** A count that stands nowhere else, and is a slip of the count of the same thing told in other words. */
function slipped(studied: Studied): Located[] {
  const counts = statementsOf(studied).filter(({ unit, value }) => unit === 'count' && value >= LEAST_OF_SLIPS)
  const loosely = Map.groupBy(counts, ({ concepts: { entity, narrowed }, year }) =>
    [entity, year, ...narrowed.filter((name) => !name.startsWith('~'))].join(' '),
  )
  const printedAt = timesPrinted(studied)
  return [...loosely.values()]
    .filter(({ length }) => length <= MOST_ALIKE)
    .flatMap((statements) =>
      statements.flatMap((one): Located[] => {
        if (!one.sentence || (printedAt.get(one.value) ?? 0) > 1) return []
        const right = statements.find(
          (other) => other.key !== one.key && isWithin(one, other) && isSlip(other.value, one.value),
        )
        return right && !isDerived(one.value, one.sentence) ? [said(studied, one, right, 0.78)] : []
      }),
    )
}

/** Whether one of them says all that narrows the other, and something of the field that narrows it. */
const isWithin = ({ concepts: { narrowed } }: Statement, { concepts: { narrowed: others } }: Statement): boolean =>
  narrowed.some((name) => !name.startsWith('~')) &&
  (narrowed.every((name) => others.includes(name)) || others.every((name) => narrowed.includes(name)))

/** Whether a count is the sum or the difference of two others of its sentence. */
const isDerived = (value: number, sentence: Sentence): boolean =>
  isOfTwo(
    value,
    countsIn(sentence).map((one) => one.value),
  )

const printed = ({ value, unit }: Statement): string => `${shown(value)}${unit === 'percent' ? '%' : ''}`

const named = ({ concepts: { entity, narrowed } }: Statement): string =>
  `“${[entity ?? '', ...narrowed.map((name) => name.replace('~', ''))].join(', ')}”`

const isAgainst = (one: Statement, other: Statement): boolean =>
  !agree(one, other) &&
  !isPart(one, other) &&
  !isPart(other, one) &&
  (one.of === null || other.of === null || one.of === other.of)

/** `First reviews were in time in 151 cases (95.0%)`, of the 159 first reviews told elsewhere. */
const isPart = (one: Statement, other: Statement): boolean =>
  one.unit === 'count' && one.sentence !== null && isPartBySaid(one.sentence, one.value, other.value)

/** Whether two numbers are one, printed with more or fewer decimals. */
function agree(one: Statement, other: Statement): boolean {
  const decimals = Math.min(one.decimals, other.decimals)
  return Math.abs(one.value - other.value) <= (one.decimals === other.decimals ? 0 : 0.5 * 10 ** -decimals) + 1e-9
}

/** What has more values than these is not one thing. */
const MOST_VALUES = 8

/** The value that most places have; of equals a table's, else the first. */
function mostSaid(statements: readonly Statement[]): Statement | null {
  const values = [...Map.groupBy(statements, ({ value }) => value).values()].slice(0, MOST_VALUES)
  const count = ([first]: readonly Statement[]) =>
    values.reduce((sum, [other, ...more]) => sum + (first && other && agree(first, other) ? 1 + more.length : 0), 0)
  const byTable = (all: readonly Statement[]) => (all.some(({ sentence }) => !sentence) ? 0.5 : 0)
  const best = values.toSorted((a, b) => count(b) + byTable(b) - (count(a) + byTable(a)))[0]
  return best?.find(({ sentence }) => !sentence) ?? best?.[0] ?? null
}
