import type { Located } from '../../finding.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { after, countsIn } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'

const BOYS = /^\s*(?:are |were |is )?(?:boys|males?)\b/i
const GIRLS = /^\s*(?:are |were |is )?(?:girls|females?)\b/i
/** What makes them boys and girls of some of the children only. */
const NARROWED =
  /\b(?:of (?:these|those|them|whom|which)|aged|under|over|started|ceased|became|left|unaccompanied|UASC|missing|adopt\w*|placed|survey\w*|staff|officers?|IROs?|last year|previous|\d+(?:\.\d+)?%)\b|%/i
/** What is further off, as a part of the whole, counts others. */
const MOST_OFF = 0.2

/** Boys and girls who are not all the children looked after at the year end, told in a sentence that tells of nothing else. */
export const boysAndGirls: Rule = (studied) => {
  const known = new Set(
    factsOf(studied).flatMap(({ measure, year, value }) =>
      measure === 'children looked after at the year end' && year === studied.period?.startYear ? [value] : [],
    ),
  )
  const [whole] = known
  if (whole === undefined || known.size > 1) return []
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence): Located[] => {
      const [one, other, more] = countsIn(sentence)
      if (!one || !other || more || sentence.quantities.length > 2 || NARROWED.test(sentence.text)) return []
      const isBoth =
        (BOYS.test(after(sentence, one)) && GIRLS.test(after(sentence, other))) ||
        (GIRLS.test(after(sentence, one)) && BOYS.test(after(sentence, other)))
      const sum = one.value + other.value
      if (
        !isBoth ||
        one.isApproximate ||
        other.isApproximate ||
        isSame(sum, whole) ||
        Math.abs(sum - whole) > whole * MOST_OFF
      )
        return []
      // Another whole of the paragraph that they make up.
      if (context.flatMap(countsIn).some(({ value }) => isSame(value, sum))) return []
      return [
        located(studied, {
          at: sentence,
          place: sentence.passage.place,
          kind: 'sum',
          message: `Boys and girls add up to ${shown(sum)}, and ${shown(whole)} children are looked after.`,
          computation: `${shown(one.value)} + ${shown(other.value)} = ${shown(sum)}, not ${shown(whole)}`,
          expected: shown(whole),
          severity: 'error',
          confidence: 0.84,
        }),
      ]
    }),
  )
}
