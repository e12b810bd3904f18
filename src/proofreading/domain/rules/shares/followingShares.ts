import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { after, before, between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** Percentages and changes that a sentence draws from the counts just before: `That is 97%.`, `…, so 84% were on time`, `It fell by six (14%)`. */
export const followingShares: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const previous = context[index - 1]
      const wrong = ofPairBefore(sentence, previous) ?? ofTwoParts(sentence) ?? ofChange(sentence, previous)
      return wrong
        ? [located(studied, { at: sentence, place: sentence.passage.place, severity: 'error', ...wrong })]
        : []
    }),
  )

type Wrong = Pick<Said, 'kind' | 'message' | 'computation' | 'expected' | 'confidence' | 'also'>

const THAT_IS =
  /^\W*(?:(?:that|this|which|it) (?:is|was|equates to|represents|makes)|(?:that|it)'s)\s*(?:just |only )?$/i

/** `Out of the 243 reviews, 236 were in time. That is 97%.` */
function ofPairBefore(sentence: Sentence, previous: Sentence | undefined): Wrong | null {
  const [percent] = sentence.quantities
  const counts = previous ? countsIn(previous).filter(({ isApproximate }) => !isApproximate) : []
  const [one, other] = counts
  if (
    !previous ||
    !percent ||
    percent.kind !== 'percent' ||
    percent.isApproximate ||
    !THAT_IS.test(before(sentence, percent))
  )
    return null
  if (
    !/^\s*(?:[.,;]|$)/.test(after(sentence, percent)) ||
    !one ||
    !other ||
    counts.length > 2 ||
    previous.quantities.some(({ kind }) => kind === 'percent')
  )
    return null
  const [part, whole] = one.value < other.value ? [one, other] : [other, one]
  if (!/\b(?:of|to|among|from) (?:the |our |all |these |those )*$/i.test(before(previous, whole))) return null
  const exact = (part.value / whole.value) * 100
  if (prints(exact, percent.value, percent.decimals)) return null
  return { ...wrongShare(part.value, whole.value, percent), also: previous, confidence: 0.88 }
}

/** `32 closed in time and six took longer, so 84% were on time`: of the two together. */
function ofTwoParts(sentence: Sentence): Wrong | null {
  const percents = sentence.quantities.filter(({ kind }) => kind === 'percent')
  const [percent] = percents
  const counts = countsIn(sentence)
  const [one, other] = counts
  if (
    !percent ||
    percents.length > 1 ||
    percent.isApproximate ||
    !one ||
    !other ||
    counts.length > 2 ||
    other.end > percent.start
  )
    return null
  if (
    !/,\s*(?:so|which is|or|that is)\s*$/i.test(before(sentence, percent)) ||
    !/\band\s*$/i.test(between(sentence, one, other).replace(/\d+ (?:working )?days/, ''))
  )
    return null
  if ([one, other].some(({ isApproximate }) => isApproximate)) return null
  const whole = one.value + other.value
  if ([one, other].some(({ value }) => prints((value / whole) * 100, percent.value, percent.decimals))) return null
  // One of them may be the whole of the other.
  if (
    prints((Math.min(one.value, other.value) / Math.max(one.value, other.value)) * 100, percent.value, percent.decimals)
  )
    return null
  return { ...wrongShare(one.value, whole, percent), confidence: 0.83 }
}

function wrongShare(
  part: number,
  whole: number,
  percent: Quantity,
): Pick<Wrong, 'kind' | 'message' | 'computation' | 'expected'> {
  const exact = (part / whole) * 100
  const expected = `${rounded(exact, percent.decimals)}%`
  return {
    kind: 'percentage',
    message: `${shown(part)} of ${shown(whole)} is ${expected}, not ${percent.text}.`,
    computation: `${shown(part)} / ${shown(whole)} = ${rounded(exact, percent.decimals + 2)}%`,
    expected,
  }
}

const CHANGED =
  /^\W*(?:the number|numbers|the total|it|this|they) (?:has |have )?(?:(rose|risen|grew|grown|increased|went up|gone up)|(?:fell|fallen|dropped|decreased|went down|gone down)) by\s*$/i

/** `There were 38 escalations. The number fell by six (14%).`: no count of the sentence before fits. */
function ofChange(sentence: Sentence, previous: Sentence | undefined): Wrong | null {
  const [by, percent, ...others] = sentence.quantities
  const lead = by ? CHANGED.exec(before(sentence, by)) : null
  const counts = previous ? countsIn(previous).filter(({ isApproximate }) => !isApproximate) : []
  const [first] = counts
  if (!previous || !lead || !by || by.kind !== 'count' || percent?.kind !== 'percent' || others.length > 0 || !first)
    return null
  if (by.isApproximate || percent.isApproximate || !/^\s*\(\s*$/.test(between(sentence, by, percent))) return null
  const oldOf = ({ value }: Quantity) => (lead[1] === undefined ? value + by.value : value - by.value)
  const fits = (base: number) => base > 0 && prints((by.value / base) * 100, percent.value, percent.decimals)
  if (oldOf(first) <= 0 || counts.some((one) => fits(oldOf(one)) || fits(one.value))) return null
  const exact = (by.value / oldOf(first)) * 100
  const expected = `${rounded(exact, percent.decimals)}%`
  return {
    kind: 'growth',
    also: previous,
    message: `A change of ${shown(by.value)}, to ${first.text}, is ${expected}, not ${percent.text}.`,
    computation: `${shown(by.value)} / ${shown(oldOf(first))} = ${rounded(exact, percent.decimals + 2)}%`,
    expected,
    confidence: 0.83,
  }
}
