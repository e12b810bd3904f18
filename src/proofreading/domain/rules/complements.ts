import type { Located } from '../finding.ts'
import { shown } from '../numbers.ts'
import { isSlip } from '../slips.ts'
import { type Rule, type Studied, located } from '../studied.ts'
import { between, countsIn } from '../words/around.ts'
import type { Quantity } from '../words/quantities.ts'
import type { Sentence } from '../words/sentences.ts'

/** `Offered after 389 of the 412. On the 32 occasions when none was offered …`: what is left, told as another number. */
export const complements: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const [rest, other] = countsIn(sentence)
      if (!rest || other || rest.isApproximate || rest.value < LEAST || !NEGATIVE.test(sentence.text)) return []
      const pairs = context.slice(Math.max(0, index - BEFORE), index).flatMap(pairsOf)
      const wrong = pairs.find(({ part, whole }) => isSlip(rest.value, whole.value - part.value))
      if (!wrong || isTold(studied, rest.value)) return []
      const exact = wrong.whole.value - wrong.part.value
      return [
        located(studied, {
          at: sentence,
          also: wrong.sentence,
          place: sentence.passage.place,
          kind: 'sum',
          message: `${wrong.part.text} of ${wrong.whole.text} leave ${shown(exact)}, not ${rest.text}.`,
          computation: `${shown(wrong.whole.value)} - ${shown(wrong.part.value)} = ${shown(exact)}`,
          expected: shown(exact),
          severity: 'error',
          confidence: 0.82,
        }),
      ]
    }),
  )

const LEAST = 10
const BEFORE = 3
const NEGATIVE = /\b(?:none|not|no|without|never|neither|remaining|left|rest|others?|outside|late|missed)\b/i

interface Part {
  part: Quantity
  whole: Quantity
  sentence: Sentence
}

/** `389 of the 412`, `812 …. Of these, 731`: each count with the larger ones before it and right after it. */
function pairsOf(sentence: Sentence): Part[] {
  const counts = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
  return counts.flatMap((one, at) => {
    const next = counts[at + 1]
    return next &&
      next.value > one.value &&
      /^\s*(?:[\w'-]+\s+){0,3}?(?:out )?of (?:the|all|our|those|these)?\s*$/i.test(between(sentence, one, next))
      ? [{ part: one, whole: next, sentence }]
      : []
  })
}

/** Whether the number stands elsewhere in the report too. */
const isTold = ({ sentences, grids }: Studied, value: number): boolean =>
  sentences.flatMap(countsIn).filter((one) => one.value === value).length > 1 ||
  grids.some(({ rows }) => rows.some(({ values }) => values.some((cell) => cell?.value === value)))
