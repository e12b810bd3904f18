import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { keyOf } from '../../words/statement.ts'
import { conceptsOf, onlyValues } from '../../words/statements.ts'

/** `over 600 foster carers`, where the report says that there are 564: a bound that the number of the same thing does not keep. */
export const boundsSaid: Rule = (studied) => {
  const year = studied.period?.startYear
  if (year === undefined) return []
  const known = onlyValues(studied)
  return studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage, quantities, start } = sentence
    if (passage.kind === 'heading' || ELSEWHERE.test(text)) return []
    return quantities.flatMap((one): Located[] => {
      const bound = one.kind === 'count' ? BOUND.exec(text.slice(0, one.start - start)) : null
      if (!bound || one.value < LEAST) return []
      const words = (/^[^.,;:()\d]*/.exec(text.slice(one.end - start))?.[0] ?? '').split(STOP)[0] ?? ''
      const concepts = conceptsOf(words)
      const right = concepts.entity === null ? undefined : known.get(keyOf(concepts, 'count', year))
      if (!right || right.sentence === sentence) return []
      const [, over, under] = bound
      const isKept =
        over !== undefined
          ? right.value >= one.value
          : under !== undefined
            ? right.value <= one.value
            : right.value <= one.value && right.value >= one.value * NEARLY
      if (isKept || right.value < one.value * FAR || right.value > one.value / FAR) return []
      return [
        located(studied, {
          at: sentence,
          also: right.at,
          place: passage.place,
          kind: right.sentence ? 'text-text' : 'text-table',
          message: `“${bound[0].trim()} ${one.text}”, and the report gives ${shown(right.value)} elsewhere (${right.place}).`,
          computation: `${bound[0].trim()} ${one.text} against ${shown(right.value)}`,
          severity: 'error',
          confidence: 0.82,
        }),
      ]
    })
  })
} // prettier-ignore

const BOUND =
  /\b(?:(over|more than|at least|above|in excess of|upwards of)|(under|fewer than|less than|below|no more than|at most)|nearly|almost|just under)\s+$/i
const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|will|should|aim\w*|last year|previous\w*|year before|than (?:a|the|in|last)|per|each|every|average|month|week|quarter|years?)\b/i
const STOP = /\b(?:who|which|that|with|in|at|on|from|by|and|for|to)\b/i
const LEAST = 20
/** `nearly 600`: not fewer than so many of ten. */
const NEARLY = 0.88
const FAR = 0.6
