import { isOfTwo, isSame, shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, ofSentences } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { timesPrinted } from '../../words/timesPrinted.ts'

/**
 * `57 were raised. Ten of the 53 took longer`, `93% took part. The 95% that took part …`: a number spoken of as told before, which
 * stands nowhere else, beside one of which it is a slip.
 */
export const toldBefore: Rule = (studied) =>
  ofSentences(studied, (sentence, _, context) => {
    const at = context.indexOf(sentence)
    const before = context.slice(Math.max(0, at - BEFORE), at)
    return sentence.quantities.flatMap((one) => {
      if (!isSpokenOf(studied, sentence, one)) return []
      const told = before
        .flatMap(({ quantities }) => quantities)
        .filter(({ kind, isApproximate }) => kind === one.kind && !isApproximate)
      if (isExplained(one, told)) return []
      const right = told.filter((other) => other.value >= LEAST && isMeant(one, other)).at(-1)
      if (!right) return []
      return [
        {
          also: before.find(({ quantities }) => quantities.includes(right)) ?? null,
          kind: 'text-text',
          message: `“the ${one.text}” stands nowhere else; just before it is ${right.text}.`,
          computation: `${shown(one.value)} against ${shown(right.value)}`,
          expected: right.text,
          severity: 'error',
          confidence: 0.8,
        },
      ]
    })
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

/** Whether a number is spoken of as told before, and stands nowhere else. */
function isSpokenOf(studied: Studied, sentence: Sentence, one: Quantity): boolean {
  if (one.isApproximate || (one.kind !== 'count' && one.kind !== 'percent')) return false
  const isTold = one.kind === 'count' ? one.decimals === 0 && isWhole(sentence, one) : isShareTold(sentence, one)
  return isTold && timesPrinted(studied, one.kind).get(one.value) === 1
}

/** `Of 57, 4 were withdrawn. The 53 …`, `93% took part. The 7% that did not …`. */
const isExplained = ({ kind, value }: Quantity, told: readonly Quantity[]): boolean =>
  kind === 'percent'
    ? told.some((one) => isSame(100 - one.value, value))
    : isOfTwo(
        value,
        told.map((one) => one.value),
      )
