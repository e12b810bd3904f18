import type { Located } from '../../finding.ts'
import { isSame, shown, sumOf } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `215 live with us, 129 with agencies. That makes 344`, `412 came. A further 198 sent their views, so that 610 were heard`: a part told before, one more, and what they come to. */
export const furtherParts: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, at): Located[] => {
      const made = thatMakes(sentence, context[at - 1])
      if (made) return [located(studied, { at: sentence, place: sentence.passage.place, kind: 'sum', severity: 'error', confidence: 0.84, ...made })]
      const [further, together, more] = countsIn(sentence)
      const previous = context[at - 1]
      if (sentence.passage.kind === 'heading' || !further || !together || more || further.isApproximate || together.isApproximate)
        return []
      if (!/^\W*(?:a further|another)\s+$/i.test(before(sentence, further)) || !SO_THAT.test(before(sentence, together))) return []
      const parts = previous ? countsIn(previous).filter(({ isApproximate }) => !isApproximate) : []
      const [part] = parts
      if (!previous || !part || parts.some(({ value }) => isSame(value + further.value, together.value))) return []
      const sum = part.value + further.value
      if (Math.abs(sum - together.value) > together.value * MOST_OFF) return []
      return [
        located(studied, {
          at: sentence,
          also: previous,
          place: sentence.passage.place,
          kind: 'sum',
          message: `${part.text} and ${further.text} are ${shown(sum)}, not ${together.text}.`,
          computation: `${shown(part.value)} + ${shown(further.value)} = ${shown(sum)}`,
          expected: shown(sum),
          severity: 'error',
          confidence: 0.84,
        }),
      ]
    }),
  ) // prettier-ignore

const THAT_MAKES =
  /^\W*(?:(?:that|this|which|together (?:that|this)|in all (?:that|this)) (?:makes?|gives?|comes? to)|together (?:they|these) (?:are|make|come to))\s+$/i

/** All counts of the sentence before, or all but its first, must be the sum. */
function thatMakes(sentence: Sentence, previous: Sentence | undefined) {
  const [sum] = countsIn(sentence)
  const parts = previous ? countsIn(previous) : []
  const values = parts.map(({ value }) => value)
  if (!previous || !sum || sum.isApproximate || values.length < 2 || !THAT_MAKES.test(before(sentence, sum)))
    return null
  const [all, rest] = [sumOf(values), sumOf(values.slice(1))]
  if ([all, rest].some((one) => isSame(one, sum.value)) || parts.some(({ isApproximate }) => isApproximate)) return null
  if (Math.abs(all - sum.value) > sum.value * MOST_OFF) return null
  return {
    also: previous,
    message: `${values.map((value) => shown(value)).join(' and ')} are ${shown(all)}, not ${sum.text}.`,
    computation: `${values.map((value) => shown(value)).join(' + ')} = ${shown(all)}`,
    expected: shown(all),
  }
}

const SO_THAT =
  /\b(?:so that(?: altogether| in all)?|making|bringing (?:it|the total|the number) to|which (?:makes|gives|brings (?:it|the total|the number) to)|giving|in all|altogether|a total of|or)\s+$/i
/** A sum further off is of other parts. */
const MOST_OFF = 0.3
