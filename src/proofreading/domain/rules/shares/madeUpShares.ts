import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `Boys make up 56% of the total`, `They account for 9% of all children`: shares whose count stands elsewhere in the paragraph. */
export const madeUpShares: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index) => {
      const percent = sentence.quantities.find(
        (one) =>
          one.kind === 'percent' && !one.isApproximate && LEAD.test(sentence.text.slice(0, one.start - sentence.start)),
      )
      return percent && sentence.passage.kind !== 'heading' ? checked(studied, context, index, sentence, percent) : []
    }),
  )

const LEAD =
  /\b(?:ma(?:ke|kes|de|king) up|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|equates? to)\s+(?:just\s+)?$/i
const OF_WHOLE =
  /^\s*(?:of (?:the |our |all )*(?:total|whole|children|looked after|cared for|cohort|population|care population|overall|reviews|young people|CLA|LAC)\b|[.,;]|$)/i

function checked(
  studied: Studied,
  context: readonly Sentence[],
  index: number,
  sentence: Sentence,
  percent: Quantity,
): Located[] {
  const text = sentence.text
  if (!OF_WHOLE.test(text.slice(percent.end - sentence.start))) return []
  const clause =
    text
      .slice(0, percent.start - sentence.start)
      .split(/[;,:]|\b(?:while|whereas)\b/)
      .at(-1) ?? ''
  const subject = clause.replace(LEAD, '')
  const parts = partsFor(context, index, sentence, subject)
  const wholes = wholesFor(studied, context)
  const pairs = parts.flatMap(({ one, at }) =>
    wholes.filter((whole) => whole > one.value).map((whole) => ({ part: one, at, whole })),
  )
  const fits = ({ part, whole }: (typeof pairs)[number]) =>
    prints((part.value / whole) * 100, percent.value, percent.decimals)
  if (pairs.some(fits) || parts.length !== 1 || parts.some(({ one }) => one.value < SMALLEST)) return []
  const nearest = pairs.toSorted((a, b) => off(a, percent) - off(b, percent))[0]
  if (!nearest || off(nearest, percent) > FAR) return []
  const exact = (nearest.part.value / nearest.whole) * 100
  return [
    located(studied, {
      at: sentence,
      also: nearest.at === sentence ? null : nearest.at,
      place: sentence.passage.place,
      kind: 'percentage',
      message: `${shown(nearest.part.value)} of ${shown(nearest.whole)} is ${rounded(exact, percent.decimals)}%, not ${percent.text}.`,
      computation: `${shown(nearest.part.value)} / ${shown(nearest.whole)} = ${rounded(exact, percent.decimals + 2)}%`,
      expected: `${rounded(exact, percent.decimals)}%`,
      severity: 'error',
      confidence: 0.83,
    }),
  ]
}

/** Fewer, `split in two`, may be no count. */
const SMALLEST = 5

/** What is further off than this, in points, is probably of something else. */
const FAR = 15
const off = ({ part, whole }: { part: Quantity; whole: number }, percent: Quantity): number =>
  Math.abs((part.value / whole) * 100 - percent.value)

/** The counts that the subject may be: those of its own words, else for `they` the first of the sentence before. */
function partsFor(
  context: readonly Sentence[],
  index: number,
  sentence: Sentence,
  subject: string,
): { one: Quantity; at: Sentence }[] {
  const own = countsIn(sentence).filter((one) => !one.isApproximate && subject.includes(one.text))
  if (own.length > 0) return own.map((one) => ({ one, at: sentence }))
  if (/^\W*(?:they|these|this|which)\W*$/i.test(subject)) {
    // `125 lived with a parent, …; this represents 7%`: an earlier clause of the sentence itself.
    const [earlier] = countsIn(sentence).filter(
      (one) => !one.isApproximate && sentence.text.lastIndexOf(subject) > one.start - sentence.start,
    )
    if (earlier) return [{ one: earlier, at: sentence }]
    const previous = context[index - 1]
    const [first] = previous ? countsIn(previous).filter((one) => !one.isApproximate) : []
    return previous && first ? [{ one: first, at: previous }] : []
  }
  const words = tokensIn(subject).map(({ word }) => word)
  const noun = words.at(-1)
  if (noun === undefined || words.length > 3) return []
  return context.slice(0, index + 1).flatMap((each) =>
    countsIn(each).flatMap((one) => {
      const after = tokensIn(/^[^.,;()\d]{0,40}/.exec(each.text.slice(one.end - each.start))?.[0] ?? '')
      return after[0]?.word === noun && !one.isApproximate ? [{ one, at: each }] : []
    }),
  )
}

/** The wholes that it may be of: the counts of the paragraph, and the children looked after at the year end. */
function wholesFor(studied: Studied, context: readonly Sentence[]): number[] {
  const own = context.flatMap(countsIn).map(({ value }) => value)
  const known = factsOf(studied).flatMap(({ measure, value, year }) =>
    measure === 'children looked after at the year end' && year === studied.period?.startYear ? [value] : [],
  )
  return [...new Set([...own, ...known])]
}
