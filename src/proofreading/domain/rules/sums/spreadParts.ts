import type { Located } from '../../finding.ts'
import { isSame, sumOf } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import type { Rule, Studied } from '../../studied.ts'
import { after, before, between, countsIn } from '../../words/around.ts'
import { conceptsIn } from '../../words/concepts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { sumTold } from './sentenceSums.ts'

/** Parts told one sentence after the other, and the rest of a whole, which do not make up what they are parts of. */
export const spreadParts: Rule = (studied) =>
  studied.contexts.flatMap((context) => [
    ...oneByOne(studied, context),
    ...rests(studied, context),
    ...context.flatMap((sentence, index) => [
      ...twoOfThem(studied, sentence, context[index - 1]),
      ...sharedOut(studied, sentence),
    ]),
  ])

/** Counts that may be parts: no share in brackets, no number of something before it. */
const partsIn = (sentence: Sentence): Quantity[] =>
  countsIn(sentence).filter(
    (one) => !one.isApproximate && one.decimals === 0 && !/\(\s*$/.test(before(sentence, one, false)),
  )

const isForeign = ({ kind }: Quantity): boolean => ['period', 'year', 'money', 'rate', 'points', 'fte'].includes(kind)
const IN_SEVERAL = /\b(?:more than one|multiple|several|could (?:choose|tick|give|pick|select)|all that appl\w+)\b/i

/** `There were 24 escalations. Ten concerned drift. Eight concerned education. The last six were about health.` */
function oneByOne(studied: Studied, context: readonly Sentence[]): Located[] {
  if (context.length < 3 || context.some(({ text }) => IN_SEVERAL.test(text))) return []
  return context.flatMap((lead, index): Located[] => {
    const [whole, other] = partsIn(lead)
    if (!whole || other || whole.value < LEAST || lead.passage.kind === 'heading') return []
    const following = runOf(context.slice(index + 1, index + 1 + MOST_SENTENCES), whole)
    const first = following.map((sentence) => partsIn(sentence).slice(0, 1))
    const all = following.map(partsIn)
    const readings = [first, all].map((each) => each.flat())
    if (following.length < 2 || [first, all].some((each) => isReached(each, whole.value))) return []
    return readings.slice(0, 1).flatMap((parts) => {
      const off = sumOf(parts.map(({ value }) => value)) - whole.value
      const isSlipped = parts.some(({ value }) => isSlip(value, value - off)) || isSlip(whole.value, whole.value + off)
      if (parts.length < 3 || !isSlipped || Math.abs(off) > whole.value * MOST_OFF) return []
      return [sumTold(studied, { whole, parts, at: lead, also: following[0] ?? null, confidence: 0.8 })]
    })
  })
}

/** Parts are told within so many sentences. */
const MOST_SENTENCES = 12
/** Smaller wholes are made up by chance. */
const LEAST = 12
const MOST_OFF = 0.3

/** The sentences that follow, each with a part of the same thing. */
function runOf(sentences: readonly Sentence[], whole: Quantity): Sentence[] {
  const end = sentences.findIndex((sentence) => {
    const parts = partsIn(sentence)
    return (
      parts.length === 0 ||
      parts.some(({ value }) => value >= whole.value) ||
      sentence.quantities.some(isForeign) ||
      !['child', 'review', 'officer', null].includes(conceptsIn(sentence.text).entity)
    )
  })
  return sentences.slice(0, end === -1 ? sentences.length : end)
}

/** Whether the parts of the sentences, up to one of them, make up the whole. */
const isReached = (parts: readonly (readonly Quantity[])[], whole: number): boolean =>
  parts.some((_, at) =>
    isSame(
      sumOf(
        parts
          .slice(0, at + 1)
          .flat()
          .map(({ value }) => value),
      ),
      whole,
    ),
  )

const REST_AHEAD = /\b(?:the|all) (?:rest|remaining|remainder|others?)[^.;\d]{0,30}$/i
const REST_BEHIND = /^\s*(?:[\w'-]+\s+){0,2}?(?:remaining|remained|were left)\b/i
/** So many earlier counts are tried together. */
const MOST_PARTS = 6

/** `49 were late: 14 by sickness and 11 by the court. The other 34 …`. */
function rests(studied: Studied, context: readonly Sentence[]): Located[] {
  if (context.some(({ text }) => IN_SEVERAL.test(text))) return []
  const told = context.flatMap((sentence) => partsIn(sentence).map((one) => ({ sentence, one })))
  return told.flatMap(({ sentence, one: rest }, index): Located[] => {
    if (
      !REST_AHEAD.test(before(sentence, rest)) &&
      !REST_BEHIND.test(after(sentence, rest)) &&
      !/\b(?:rest|remainder)\s*\(\s*$/i.test(before(sentence, rest))
    )
      return []
    const earlier = told.slice(Math.max(0, index - MOST_PARTS - 1), index).map(({ one }) => one)
    if (earlier.length < 2 || isLeft(earlier, rest.value)) return []
    const wholeAt = earlier
      .slice(0, -1)
      .findLastIndex(({ value }, at) => value >= sumOf(earlier.slice(at + 1).map((one) => one.value)))
    const whole = earlier[wholeAt]
    const parts = earlier.slice(wholeAt + 1)
    const [last, ...others] = parts.toReversed()
    // `55 are in homes and 31 in flats`: of one list, and neither is the whole of the other.
    const own = told.find(({ one }) => one === whole)?.sentence
    if (own && areListed(own, whole, parts[0])) return []
    if (!whole || !last || !isSlip(rest.value, whole.value - sumOf(parts.map(({ value }) => value)))) return []
    return [
      sumTold(studied, {
        whole,
        parts: [...others.toReversed(), last, rest],
        at: sentence,
        also: told[index - 1]?.sentence ?? null,
        confidence: 0.8,
      }),
    ]
  })
}

/** Whether two counts stand beside each other in a list, and the one is not said to be of what the other tells. */
const areListed = (sentence: Sentence, one: Quantity | undefined, next: Quantity | undefined): boolean =>
  one !== undefined &&
  next !== undefined &&
  sentence.quantities.includes(next) &&
  !/\bof (?:the |all |these |those |our )*$/i.test(before(sentence, one)) &&
  /^[^:;,]{0,50}\band\s*$/i.test(between(sentence, one, next))

/** Whether some of the counts, taken from another of them, leave so many. */
function isLeft(counts: readonly Quantity[], rest: number): boolean {
  const values = counts.map(({ value }) => value)
  return values.some((whole, at) => {
    const parts = values.filter((_, index) => index !== at)
    const sums = parts.reduce<readonly number[]>((all, part) => [...all, ...all.map((sum) => sum + part)], [0])
    return sums.some((sum) => isSame(whole - sum, rest))
  })
}

const TWO = /^\W*(?:of|among) (?:these|those|them|whom),?\s*$/i

/** `298 live with foster carers. Of these, 181 live with our own and 117 with others`: two that leave no third. */
function twoOfThem(studied: Studied, sentence: Sentence, previous: Sentence | undefined): Located[] {
  const [one, other, more] = partsIn(sentence)
  const wholes = previous ? partsIn(previous) : []
  const [whole, second] = wholes
  if (!previous || !one || !other || more || !whole || second || whole.value < LEAST) return []
  if (
    !TWO.test(before(sentence, one)) ||
    !/\b(?:and|while) (?:the (?:other|remaining) )?$/i.test(before(sentence, other))
  )
    return []
  const off = one.value + other.value - whole.value
  const isSlipped =
    [one, other].some(({ value }) => isSlip(value, value - off)) || isSlip(whole.value, whole.value + off)
  if (off === 0 || !isSlipped || Math.abs(off) > whole.value * MOST_OFF || sentence.quantities.some(isForeign))
    return []
  return [sumTold(studied, { whole, parts: [one, other], at: sentence, also: previous, confidence: 0.82 })]
}

const REASONS = /\b(?:reasons?|causes?) (?:for|of) (?:the|these|all) (?:the )?$/i

/** `Twenty-one of the 45 were late because of sickness, 14 because of a report and 10 for other reasons`. */
function sharedOut(studied: Studied, sentence: Sentence): Located[] {
  const [one, next, ...rest] = partsIn(sentence)
  const isReasons = one !== undefined && REASONS.test(before(sentence, one))
  // `The reasons for the 74 were illness in 29 cases, a report in 21 …`
  const [whole, first, others] = isReasons ? [one, next, rest] : [next, one, rest]
  if (!first || !whole || others.length < 2 || whole.value < LEAST || IN_SEVERAL.test(sentence.text)) return []
  if (
    !isReasons &&
    !/^\s*(?:[a-z]+ )?of (?:the|all|these|those|our)(?: the| these)?\s*$/i.test(between(sentence, first, whole))
  )
    return []
  const list = isReasons ? [first, ...others] : [whole, ...others]
  const isList = list.every((each, at) => {
    const next = list[at + 1]
    return !next || /^[^.;:]{0,70}(?:,|\band\b)[^.;:]{0,50}$/i.test(between(sentence, each, next))
  })
  const parts = [first, ...others]
  const off = sumOf(parts.map(({ value }) => value)) - whole.value
  const isSlipped = parts.some(({ value }) => isSlip(value, value - off)) || isSlip(whole.value, whole.value + off)
  if (!isList || off === 0 || !isSlipped || Math.abs(off) > whole.value || sentence.quantities.some(isForeign))
    return []
  return [sumTold(studied, { whole, parts, at: sentence, also: null, confidence: 0.82 })]
}
