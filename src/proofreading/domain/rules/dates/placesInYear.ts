import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { daysNamed, firstMonthOf } from '../../words/days.ts'
import { valueOfWords } from '../../words/quantities.ts'

/** `in February 2023, a month into the year`, `in October 2024, a little past the middle of the year`: not where in the year it is said to be. */
export const placesInYear: Rule = (studied) => {
  const { period } = studied
  if (!period) return []
  const first = firstMonthOf(period.startYear)
  return studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage } = sentence
    const [day, other] = daysNamed(text)
    if (!day || other || ELSEWHERE.test(text)) return []
    const place = PLACES.flatMap(({ form, months }) => {
      const match = form.exec(text)
      return match ? [{ words: match[0], months: months(match[1] ?? '') }] : []
    })[0]
    const since = day.month - first
    const reach = text.slice(Math.min(day.end, text.indexOf(place?.words ?? '')), day.at)
    if (!place || (since >= place.months[0] && since <= place.months[1]) || reach.length > FAR) return []
    return [
      located(studied, {
        at: sentence,
        place: passage.place,
        kind: 'date',
        message: `${day.text} is not “${place.words}”: the year of the report is April ${period.startYear} to March ${period.startYear + 1}.`,
        severity: 'error',
        confidence: 0.86,
      }),
    ]
  })
}

const FAR = 120
/** Of other years than the report's. */
const ELSEWHERE =
  /\b(?:last year|previous|next year|coming year|calendar|academic|school|financial year 20|following year|year (?:before|after|ago)|will|plan(?:s|ned)?|since|until|compared|than)\b/i

const YEAR = String.raw`(?:the|this|our) (?:reporting |financial |review )?(?:year|period)\b(?! (?:to|ending|ended|before|20))`
const NUMBER = '(a|one|two|three|four|five|six|seven|eight|nine|ten|eleven)'
const at = (from: number, to: number) => (): readonly [number, number] => [from, to]

/** Where in a year the words put something: from the month to the month that it may be, counted from April, with a month's room. */
const PLACES: readonly { form: RegExp; months: (number: string) => readonly [number, number] }[] = [
  {
    form: new RegExp(`\\b${NUMBER} months? (?:into|after the (?:start|beginning) of) ${YEAR}`, 'i'),
    months: (number) => {
      const count = /^a$/i.test(number) ? 1 : valueOfWords(number)
      return [count - 1, count + 1]
    },
  },
  { form: new RegExp(`\\b(?:half-?way|mid-?way|part-?way) (?:through|into) ${YEAR}`, 'i'), months: at(2, 8) },
  { form: new RegExp(`\\b(?:the )?(?:middle|mid-?point) of ${YEAR}`, 'i'), months: at(3, 8) },
  { form: new RegExp(`\\b(?:early|soon) (?:in|into|on in) ${YEAR}`, 'i'), months: at(0, 4) },
  {
    form: new RegExp(`\\b(?:first|opening) (?:days?|weeks?|months?) of ${YEAR}|\\bat the (?:very )?(?:start|beginning|outset) of ${YEAR}`, 'i'),
    months: at(-1, 2),
  },
  { form: new RegExp(`\\b(?:late|later) in ${YEAR}|\\btowards the end of ${YEAR}`, 'i'), months: at(5, 11) },
  {
    form: new RegExp(`\\b(?:last|final|closing) (?:days?|weeks?|months?) of ${YEAR}|\\b(?:just )?before ${YEAR} (?:ended|closed|was out)`, 'i'),
    months: at(7, 11),
  },
  { form: new RegExp(`\\bfirst half of ${YEAR}`, 'i'), months: at(0, 6) },
  { form: new RegExp(`\\bsecond half of ${YEAR}`, 'i'), months: at(5, 11) },
  { form: new RegExp(`\\bfirst quarter of ${YEAR}`, 'i'), months: at(0, 2) },
  { form: new RegExp(`\\bsecond quarter of ${YEAR}`, 'i'), months: at(3, 5) },
  { form: new RegExp(`\\bthird quarter of ${YEAR}`, 'i'), months: at(6, 8) },
  { form: new RegExp(`\\b(?:fourth|last|final) quarter of ${YEAR}`, 'i'), months: at(9, 11) },
] // prettier-ignore
