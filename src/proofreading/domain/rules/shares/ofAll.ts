import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'
import { describes, sharesIn } from '../../words/shares.ts'
import { wholeNamed } from '../../words/wholes.ts'

/** `That is 8% of all the children`, `two in five of all reviews`: a share of all there are, of a count just before. */
export const ofAll: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading') return []
      return sharesOfAll(studied, sentence).flatMap((share) => {
        const parts = partsBefore(sentence, share.from, context[index - 1], share.whole)
        const [part] = parts
        if (part === undefined || parts.some((one) => share.isOf((one / share.whole) * 100))) return []
        const exact = (part / share.whole) * 100
        return [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'base',
            message: `${shown(part)} of all ${shown(share.whole)} is ${rounded(exact, 1)}%, not ${share.words}.`,
            computation: `${shown(part)} / ${shown(share.whole)} = ${rounded(exact, 2)}%`,
            expected: `${rounded(exact, share.decimals)}%`,
            severity: 'error',
            confidence: 0.83,
          }),
        ]
      })
    }),
  )

interface ShareOfAll {
  words: string
  from: number
  whole: number
  decimals: number
  isOf: (percent: number) => boolean
}

const ALL =
  /^\s*of (?:all|the whole)(?: of)?(?: (?:the|our|those|these))? (?:(?:children and )?(?:[\d,]+ )?)([a-z][a-z ]{3,30})/i
const LEAD =
  /\b(?:that|this|which|it|they|these)(?: all)? (?:is|are|was|were|make up|makes up|represents?|equates to|amounts? to)(?: just| only| about| nearly)?\s*$|:\s*(?:that is\s*)?$|,\s*(?:or|which is|that is)\s*$/i

/** The shares of a sentence that are said to be of all there are. */
function sharesOfAll(studied: Studied, sentence: Sentence): ShareOfAll[] {
  const year = studied.period?.startYear
  if (year === undefined || /\b(?:last year|previous|national\w*|england|region\w*)\b/i.test(sentence.text)) return []
  const found = [
    ...sentence.quantities
      .filter(({ kind, isApproximate }) => kind === 'percent' && !isApproximate)
      .map((one) => ({
        words: one.text,
        from: one.start - sentence.start,
        to: one.end - sentence.start,
        decimals: one.decimals,
        isOf: (percent: number) => prints(percent, one.value, one.decimals),
      })),
    ...sharesIn(sentence.text).map((share) => ({
      words: `“${share.words}”`,
      from: share.at.start,
      to: share.at.end,
      decimals: 0,
      isOf: (percent: number) => describes(share, percent),
    })),
  ]
  return found.flatMap(({ to, ...share }) => {
    const behind = sentence.text.slice(to)
    const named = ALL.exec(behind)?.[1]
    const lead = sentence.text.slice(0, share.from)
    const ofWhole = /\bof all (?:the |our )?([\d,]+)(?: [a-z]+){0,3},? (?:that|this|it) (?:is|was)\s*$/i.exec(lead)?.[1]
    if (ofWhole !== undefined) return [{ ...share, whole: Number(ofWhole.replaceAll(',', '')) }]
    if (named === undefined || !LEAD.test(lead)) return []
    const whole = wholeNamed(studied, named, year)
    return whole === null ? [] : [{ ...share, whole }]
  })
}

/** The counts that the share may be of: those before it in the sentence, else those of the sentence before. */
function partsBefore(sentence: Sentence, from: number, previous: Sentence | undefined, whole: number): number[] {
  const isPart = ({ value, isApproximate }: { value: number; isApproximate: boolean }) =>
    value < whole && !isApproximate
  const own = countsIn(sentence).filter((one) => isPart(one) && one.end - sentence.start <= from)
  if (own.length > 0) return own.map(({ value }) => value).toReversed()
  return previous
    ? countsIn(previous)
        .filter(isPart)
        .map(({ value }) => value)
    : []
}
