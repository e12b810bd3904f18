import { type Rule, located } from '../../studied.ts'
import { MONTHS } from '../../words/months.ts'
import { numberOf } from '../../words/quantities.ts'

/** `six months from 1 April to 31 December 2022`, `throughout 2021-20`, `in the year April 2021 to March 2023`: spans that are not as long as said. */
export const lengths: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    const { text } = sentence
    const message = ofMonths(text) ?? backwards(text) ?? noYear(text)
    return message === null
      ? []
      : [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'date',
            message,
            expected: null,
            severity: 'error',
            confidence: 0.86,
          }),
        ]
  })

const NAME = `(?:${MONTHS.join('|')})`
const DATE = `(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${NAME})(?:,?\\s+((?:19|20)\\d{2}))?`
const FIGURES = String.raw`(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})`
const TO = String.raw`\s*(?:-|to|and|until)\s*`
const LEAD = String.raw`\b([a-z]+|\d{1,2})[- ]months?(?:,| (?:only|period|data))?\s*(?:\(|from|between|of|,|-)\s*`
const WRITTEN = new RegExp(`${LEAD}${DATE}${TO}${DATE}`, 'i')
const IN_FIGURES = new RegExp(`${LEAD}${FIGURES}${TO}${FIGURES}`, 'i')

interface Day {
  day: number | null
  month: number
}

const dayOf = (day = '', month = '', year = ''): Day => ({
  day: day === '' ? null : Number(day),
  month: Number(year) * 12 + (/^\d/.test(month) ? Number(month) - 1 : MONTHS.indexOf(month.toLowerCase())),
})
const LATE = 26

/** `6 months from 01/04/2022 to 30/11/2022`: a whole number of months, and another one said. */
function ofMonths(text: string): string | null {
  const [words, said = '', ...parts] = WRITTEN.exec(text) ?? IN_FIGURES.exec(text) ?? []
  if (words === undefined) return null
  const number = numberOf(said)
  const to = dayOf(parts[3], parts[4], parts[5])
  const from = dayOf(parts[0], parts[1], parts[2] ?? parts[5])
  if (number < 1 || !(to.month >= from.month)) return null
  // From the first of a month to the end of another, or from a day to the same one.
  const isWhole = (from.day ?? 1) === 1 && (to.day === null || to.day >= LATE)
  const apart = to.month - from.month + (isWhole ? 1 : 0)
  const isPlain = isWhole || from.day === to.day || Math.abs((from.day ?? 0) - (to.day ?? 0)) === 1
  const isRight = apart === number || (parts[0] === undefined && apart - 1 === number)
  return isPlain && !isRight ? `“${words}” is ${apart} months.` : null
}

/** `2021-20`: not `2021-10`, which is a month. */
function backwards(text: string): string | null {
  const match = [...text.matchAll(/(?<![\d/-])(20\d{2})\s?[-/]\s?(\d{2})(?![\d/-]|\.\d|\s?%)/g)].find(
    ([, first, second]) => Number(second) > 12 && Number(second) < Number(first) % 100 && Number(first) % 100 - Number(second) < 10,
  )
  return match && !/\b(?:no|number|ref\w*|page|pp)\.?\s*$/i.test(text.slice(0, match.index)) ? `“${match[0]}” ends before it begins.` : null
} // prettier-ignore

const YEAR_OF = new RegExp(
  String.raw`\b(?:in|within|for|during|over|throughout|of) (?:the |this |that )?(?:financial |reporting |whole |full )?year,? (?:\(|from |of |between )?(?:1(?:st)? )?April,? ((?:19|20)\d{2})${TO}(?:the )?(?:end of )?(?:31(?:st)? )?March,? ((?:19|20)\d{2})\b`,
  'i',
)

/** `within the year April 2021 to March 2023`. */
function noYear(text: string): string | null {
  const match = YEAR_OF.exec(text)
  return match && Number(match[2]) > Number(match[1]) + 1 ? `“${match[0]}” is not a year.` : null
}
