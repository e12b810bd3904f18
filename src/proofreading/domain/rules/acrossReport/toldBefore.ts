import type { Located } from '../../finding.ts'
import { isSame, shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { timesPrinted } from '../../words/timesPrinted.ts'

/**
 * `57 were raised. Ten of the 53 took longer`, `93% took part. The 95% that took part …`: a number spoken of as told before, which
 * stands nowhere else, beside one of which it is a slip.
 */
export const toldBefore: Rule = (studied) => {
  const printed = timesPrinted(studied)
  const shares = sharesOf(studied)
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence, at) =>
      sentence.passage.kind === 'heading'
        ? []
        : sentence.quantities.flatMap((one): Located[] => {
            const isCount = one.kind === 'count' && one.decimals === 0 && isWhole(sentence, one)
            const isShare = one.kind === 'percent' && isShareTold(sentence, one)
            if (one.isApproximate || (!isCount && !isShare)) return []
            if (isCount ? (printed.get(one.value) ?? 0) > 1 : shares.filter((value) => isSame(value, one.value)).length > 1)
              return []
            const before = context.slice(Math.max(0, at - BEFORE), at)
            const told = before
              .flatMap(({ quantities }) => quantities)
              .filter(({ kind, isApproximate }) => kind === one.kind && !isApproximate)
            if (isCount && isMadeUp(one, told)) return []
            if (isShare && told.some(({ value }) => isSame(100 - value, one.value))) return []
            const right = told.filter((other) => other.value >= LEAST && isMeant(one, other)).at(-1)
            const also = before.find(({ quantities }) => right !== undefined && quantities.includes(right))
            return right && also ? [said(studied, sentence, one, right, also)] : []
          }),
    ),
  ) // prettier-ignore
}

const said = (studied: Studied, at: Sentence, one: Quantity, right: Quantity, also: Sentence): Located =>
  located(studied, {
    at,
    also,
    place: at.passage.place,
    kind: 'text-text',
    message: `“the ${one.text}” stands nowhere else; just before it is ${right.text}.`,
    computation: `${shown(one.value)} against ${shown(right.value)}`,
    expected: right.text,
    severity: 'error',
    confidence: 0.8,
  })

const BEFORE = 3
const LEAST = 10
/** How far a share may be off the one that is meant, in points. */
const NEAR = 5

const isMeant = (one: Quantity, other: Quantity): boolean =>
  one.kind === 'percent' ? Math.abs(one.value - other.value) <= NEAR : isSlip(one.value, other.value)

/** `Of the 98, …`, `ten of the 53 took …`: without a word for what it counts, it was told of before. */
const isWhole = ({ text, start }: Sentence, { start: from, end }: Quantity): boolean =>
  /\b(?:of|among|in|for) (?:the|these|those|all) $/i.test(text.slice(0, from - start)) &&
  /^(?:\s*[,;:.)]|\s+(?:were|was|took|had|have|did|could|are|came|went|left)\b)/i.test(text.slice(end - start))

const isShareTold = ({ text, start }: Sentence, { start: from, end }: Quantity): boolean =>
  /(?:^|[.;:,]\s|\b(?:and|but) )\W*the $/i.test(text.slice(0, from - start)) &&
  /^\s+(?:that|who|which|of (?:children|young people|reviews) (?:that|who|which))\b/i.test(text.slice(end - start))

/** Whether it is the sum or the difference of two numbers told just before. */
const isMadeUp = ({ value }: Quantity, told: readonly Quantity[]): boolean =>
  told.some((one, at) =>
    told.some(
      (other, index) =>
        index > at && (isSame(one.value + other.value, value) || isSame(Math.abs(one.value - other.value), value)),
    ),
  )

const sharesOf = ({ sentences, grids }: Studied): number[] => [
  ...sentences.flatMap(({ quantities }) =>
    quantities.flatMap(({ kind, value }) => (kind === 'percent' ? [value] : [])),
  ),
  ...grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values.flatMap((value) => value?.value ?? []))),
]
