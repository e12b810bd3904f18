import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { type DirectionTold, directionsTold } from '../../words/directionsTold.ts'

/** `A slight increase in informal alerts`, and elsewhere `informal alerts have fallen`: one thing said to have gone both ways. */
export const directionsTwice: Rule = (studied) => {
  const groups = Map.groupBy(
    directionsTold(studied),
    ({ concepts: { entity, narrowed }, isShare }) =>
      `${isShare ? 'share' : 'number'} ${entity ?? ''} ${narrowed.join(' ')}`,
  )
  return [...groups.values()].flatMap((told) => {
    const [up, down] = [told.filter(({ sign }) => sign > 0), told.filter(({ sign }) => sign < 0)]
    const [wrongs, others] = up.length < down.length ? [up, down] : [down, up]
    return wrongs.flatMap((wrong) => against(studied, wrong, others))
  })
}

/** What is told first went on to change. */
const THEN = /\b(?:however|since|then|later|now|although|but|recover\w*|before|after|until)\b/i

function against(studied: Studied, wrong: DirectionTold, others: readonly DirectionTold[]): Located[] {
  const { sentence } = wrong
  const isApart = (other: DirectionTold) =>
    other.sentence !== sentence &&
    (other.sentence.passage !== sentence.passage || !(THEN.test(sentence.text) || THEN.test(other.sentence.text)))
  if (others.some((other) => other.sentence === sentence)) return []
  const right = others.find(isApart)
  return right
    ? [
        located(studied, {
          at: sentence,
          also: right.sentence,
          place: sentence.passage.place,
          kind: 'text-text',
          message: `“${wrong.words}” is said of what went the other way by “${right.words}” (${right.sentence.passage.place}).`,
          computation: `“${wrong.words}” against “${right.words}”`,
          severity: 'error',
          confidence: 0.78,
        }),
      ]
    : []
}
