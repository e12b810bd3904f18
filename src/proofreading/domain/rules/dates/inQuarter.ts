import { yearShown } from '../../period.ts'
import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { daysNamed, firstMonthOf } from '../../words/days.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `Quarter 2: 1 July to 30 September 2023`, `in the third quarter a survey, which opened on 3 August 2022`: days that are not in their quarter. */
export const inQuarter: Rule = (studied) => {
  const { period } = studied
  if (!period) return []
  const first = firstMonthOf(period.startYear)
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const own = quarterIn(sentence.text)
      const before = GOES_ON.test(sentence.text) ? quarterIn(context[index - 1]?.text ?? '') : null
      const quarter = own ?? before
      if (own !== null && !EVENT.test(sentence.text)) return []
      const wrong = quarter === null || ELSEWHERE.test(sentence.text) ? null : outOf(sentence, first + (quarter - 1) * 3)
      return wrong === null
        ? []
        : [
            located(studied, {
              at: sentence,
              place: sentence.passage.place,
              kind: 'date',
              message: `${wrong} is not in the ${NAMES[(quarter ?? 1) - 1] ?? ''} quarter of ${yearShown(period.startYear)}.`,
              severity: 'error',
              confidence: 0.83,
            }),
          ]
    }),
  )
} // prettier-ignore

const NAMES = ['first', 'second', 'third', 'fourth']
const QUARTER = /\b(?:q(?:uarter)?\s?([1-4])|(first|second|third|fourth|last|final) quarter)\b/gi
const GOES_ON =
  /^\W*(?:it|this|the (?:survey|audit|exercise|consultation|pilot|training|workshop)) (?:ran|took place|was (?:held|open|carried out)|opened|began|lasted)\b/i
/** What happened on the days, or that they are those of the quarter. */
const EVENT =
  /\b(?:survey\w*|audit\w*|training|workshops?|consultation|pilot|sessions?|events?|exercise|opened|closed|ran|joined|left|launched|appointed|visited|conference|(?:study|away|development|team) day)\b|\bq(?:uarter)?\s?[1-4]\b[^.;a-z]{0,12}[:(-]/i
/** What is told of a quarter later, or of another year's. */
const ELSEWHERE =
  /\b(?:present\w*|report\w*|board|panel|publish\w*|considered|compar\w*|than|since|until|last year|previous|calendar|next|will|from the|after|before|following)\b/i

/** The only quarter that a text names. */
function quarterIn(text: string): number | null {
  const numbers = new Set([...text.matchAll(QUARTER)].map(([, number, word = '']) => (number === undefined ? (/last|final/i.test(word) ? 4 : NAMES.indexOf(word.toLowerCase()) + 1) : Number(number))))
  const [only] = numbers
  return numbers.size === 1 && only !== undefined ? only : null
} // prettier-ignore

/** `… on`, `from`, `in`, `:`: what leads to a day of the quarter. */
const LED =
  /(?:\b(?:on|in|from|between|to|and|opened|began|held)|[:(-])\s+(?:the )?(?:\d{1,2} (?:[A-Z][a-z]+ )?(?:to|and|until|-) )?$/

function outOf({ text }: Sentence, from: number): string | null {
  const days = daysNamed(text)
  const wrong = days.find(({ month, at }) => (month < from || month > from + 2) && LED.test(text.slice(0, at)))
  return wrong?.text ?? beginsEarly(text, days.at(-1)?.month ?? null, from)
}

const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] // prettier-ignore

/** `from 14 September to 29 November 2022`: the first without its year. */
function beginsEarly(text: string, last: number | null, from: number): string | null {
  const match = /\b(?:from|between) (?:the )?\d{1,2}(?:st|nd|rd|th)? ([A-Z][a-z]+) (?:to|and|until)\b/.exec(text)
  const month = MONTH_NAMES.indexOf((match?.[1] ?? '').toLowerCase())
  if (!match || month === -1 || last === null || last < from || last > from + 2) return null
  return [0, 1, 2].some((step) => (from + step) % 12 === month) ? null : match[0].replace(/^\w+ | \w+$/g, '')
}
