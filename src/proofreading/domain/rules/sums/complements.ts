import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `Offered after 389 of the 412. On the 32 occasions when none was offered …`: what is left, told as another number. */
export const complements: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const others = ofOthers(sentence, context[index - 1])
      if (others) return [saidOf(studied, sentence, others.pair, others.rest)]
      const [rest, other] = countsIn(sentence)
      if (!rest || other || rest.isApproximate || rest.value < LEAST || !NEGATIVE.test(sentence.text)) return []
      const pairs = context.slice(Math.max(0, index - BEFORE), index).flatMap(pairsOf)
      const wrong = pairs.find(({ part, whole }) => isSlip(rest.value, whole.value - part.value))
      // What stands right before it in the paragraph is what it leaves, wherever else the number may stand.
      const isNext = wrong?.sentence === context[index - 1] && sentence.text.length < SHORT
      if (!wrong || (!isNext && isTold(studied, rest.value))) return []
      return [saidOf(studied, sentence, wrong, rest)]
    }),
  )

const saidOf = (studied: Studied, at: Sentence, wrong: Part, rest: Quantity): Located => {
  const exact = wrong.whole.value - wrong.part.value
  return located(studied, {
    at,
    also: wrong.sentence === at ? null : wrong.sentence,
    place: at.passage.place,
    kind: 'sum',
    message: `${wrong.part.text} of ${wrong.whole.text} leave ${shown(exact)}, not ${rest.text}.`,
    computation: `${shown(wrong.whole.value)} - ${shown(wrong.part.value)} = ${shown(exact)}`,
    expected: shown(exact),
    severity: 'error',
    confidence: 0.82,
  })
}

const OTHERS = /^\W*(?:the|all) (?:other|remaining)\s+$/i
const SO = /,? (?:so|leaving|which leaves|and the (?:other|remaining))\s+$/i

/** `Seven of the ten were accepted. The other four …`, `46 of the 74 had theirs in time, so 38 did not`. */
function ofOthers(sentence: Sentence, previous: Sentence | undefined): { pair: Part; rest: Quantity } | null {
  const own = countsIn(sentence)
  const [first] = own
  const [pair, other] = pairsOf(sentence)
  const last = own.at(-1)
  const lead = (one: Quantity) => sentence.text.slice(0, one.start - sentence.start)
  if (pair && !other && last && own.length === 3 && last !== pair.whole && SO.test(lead(last)) && !last.isApproximate && NEGATIVE.test(sentence.text.slice(last.end - sentence.start)))
    return last.value === pair.whole.value - pair.part.value ? null : { pair, rest: last }
  const [before, more] = previous ? pairsOf(previous) : []
  const isOne = before && !more && previous && countsIn(previous).length === 2
  return isOne && first && !first.isApproximate && OTHERS.test(lead(first)) && first.value !== before.whole.value - before.part.value && first.value < before.whole.value
    ? { pair: before, rest: first }
    : null
} // prettier-ignore

const LEAST = 10
const BEFORE = 3
const SHORT = 50
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
