import { type Rule, located } from '../../studied.ts'
import { numberOf } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `within five days with the team manager, a further ten with a senior one, and after 20 days to Cafcass`: steps that come to another time. */
export const stepsOfDays: Rule = (studied) =>
  studied.contexts.flatMap((context) => {
    const wrong = wrongIn(context)
    return wrong
      ? [
          located(studied, {
            at: wrong.at,
            also: wrong.first,
            place: wrong.at.passage.place,
            kind: 'sum',
            message: `The steps take ${wrong.sum} ${wrong.unit}s together, not ${wrong.total}.`,
            computation: `${wrong.steps.join(' + ')} = ${wrong.sum}`,
            expected: String(wrong.sum),
            severity: 'error',
            confidence: 0.83,
          }),
        ]
      : []
  })

interface Wrong {
  at: Sentence
  first: Sentence | null
  steps: number[]
  sum: number
  total: number
  unit: string
}

const NUMBER = String.raw`(\d{1,3}|[a-z]+(?:-[a-z]+)?)`
const UNIT = String.raw`(?:working |calendar |school )?(day|week|month)s?\b`
/** A step, a further step, or the time after which all of them are over. */
const TIMES = new RegExp(
  String.raw`\b(?:(within|in the first|has|have|is given|are given|gets?)|((?:a|an) (?:further|additional|extra)|another|then (?:a|an) further)|(after|in total,?|in all,?|altogether,?|total of|a total of|comes? to|making)) (?:the (?:first |next )?|a maximum of |up to )?${NUMBER}[ -]${UNIT}|(further|additional|extra) (?:period of |maximum of )?${NUMBER}[ -]${UNIT}`,
  'gi',
)
const LONGEST = 60

function wrongIn(context: readonly Sentence[]): Wrong | null {
  let steps: number[] = []
  let unit = ''
  let first: Sentence | null = null
  for (const sentence of context.slice(0, LONGEST)) {
    for (const match of sentence.text.matchAll(TIMES)) {
      const [, within, another, , number, of, more, otherNumber, otherUnit] = match
      const value = numberOf(number ?? otherNumber ?? '')
      const own = (of ?? otherUnit ?? '').toLowerCase()
      if (value < 1 || own === '') continue
      if (within !== undefined) {
        steps = [value]
        unit = own
        first = sentence
      } else if (own !== unit) steps = []
      else if (another !== undefined || more !== undefined) {
        if (steps.length > 0) steps.push(value)
      } else if (steps.length > 1) {
        const sum = steps.reduce((total, one) => total + one, 0)
        // `after ten days`, of the last step alone.
        if (value !== sum && !steps.includes(value)) return { at: sentence, first: first === sentence ? null : first, steps, sum, total: value, unit }
        steps = []
      }
    }
  }
  return null
} // prettier-ignore
