import { isSame, shown } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'

/** `Fourteen were adopted. It remains above the 17 of 2020/21`: of the one count of the sentence before. */
export const remainsAbove: Rule = (studied) =>
  ofSentences(studied, (sentence, previous) => {
    const [told, other] = previous ? countsIn(previous) : []
    if (!previous || !told || other || told.isApproximate) return []
    return countsIn(sentence).flatMap((bound) => {
      const match = REMAINS.exec(before(sentence, bound))
      if (!match || bound.isApproximate || isSame(told.value, bound.value)) return []
      const isAbove = told.value > bound.value
      if (isAbove === (match[1] !== undefined) || !OF_A_TIME.test(sentence.text.slice(bound.end - sentence.start)))
        return []
      return [
        {
          also: previous,
          kind: 'text-text',
          message: `${told.text} is ${isAbove ? 'above' : 'below'} ${bound.text}.`,
          computation: `${shown(told.value)} ${isAbove ? '>' : '<'} ${shown(bound.value)}`,
          severity: 'error',
          confidence: 0.82,
        },
      ]
    })
  })

const REMAINS =
  /\b(?:it|this|that|the (?:number|figure|total)|they|numbers) (?:still )?(?:remains?|remained|is|was|are|were|stays?|stayed) (?:still |well |slightly |just )?(?:(above|higher than|more than)|below|lower than|fewer than|less than) (?:the |our )?$/i
const OF_A_TIME = /^\s*(?:of|in|at|a year|last)\b/i
