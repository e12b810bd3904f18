import type { Located } from '../../finding.ts'
import type { Period } from '../../period.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import { daysNamed, firstMonthOf } from '../../words/days.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** A year told twice in a row of years, a year that is none, figures of another year, and plans for a time that is over. */
export const yearsTold: Rule = (studied) => {
  const { period } = studied
  return studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const wrong =
      repeated(sentence) ??
      (period ? (notAYear(sentence, period) ?? ofAnother(sentence, period) ?? plannedInPast(sentence, period) ?? takenEarly(sentence, period)) : null)
    return wrong ? [located(studied, { at: sentence, place: sentence.passage.place, kind: 'date', severity: 'warning', ...wrong })] : []
  })
} // prettier-ignore

type Wrong = Pick<Said, 'message' | 'confidence'>

const TIMES = new Set<Quantity['kind']>(['period', 'date', 'year'])
const NUMBERS = new Set<Quantity['kind']>(['count', 'percent', 'rate', 'fte', 'money', 'duration'])

/** `In 2020/21 there were 77, in 2021/22 74 and in 2021/22 69`: two numbers of one year, in a row of years. */
function repeated({ quantities, text, start }: Sentence): Wrong | null {
  const told = quantities.filter(({ kind }) => TIMES.has(kind) || NUMBERS.has(kind))
  const times = told.filter(({ kind }) => TIMES.has(kind))
  const double = times.find((one, at) => times.slice(at + 1).some((other) => other.text === one.text))
  if (!double || times.length < 3 || new Set(times.map((one) => one.text)).size !== times.length - 1) return null
  if (new Set(times.map(({ kind }) => kind)).size > 1 || !isInOrder(times.map((one) => one.text))) return null
  const leads = told.every((one, at) => !TIMES.has(one.kind) || NUMBERS.has(told[at + 1]?.kind ?? 'date'))
  const follows = told.every((one, at) => !TIMES.has(one.kind) || NUMBERS.has(told[at - 1]?.kind ?? 'date'))
  // `summer 2024 …, autumn 2024 …`: two times of one year.
  if (times.some((one) => /\b(?:spring|summer|autumn|winter|term)\s+$/i.test(text.slice(0, one.start - start)))) return null
  const isCompared = times.some((one) => /\b(?:than|since|from|between|against|compared (?:with|to))\s+(?:in |at |on )?$/i.test(text.slice(0, one.start - start)))
  return (leads || follows) && !isCompared
    ? { message: `“${double.text}” is told of twice, with different numbers, in a row of years.`, confidence: 0.83 }
    : null
} // prettier-ignore

/** Whether years stand in their order, one or the other way. */
function isInOrder(times: readonly string[]): boolean {
  const years = times.map((text) => startOf(text) ?? Number(/(?:19|20)\d{2}/.exec(text)?.[0] ?? NaN))
  const steps = years.slice(1).map((year, at) => year - (years[at] ?? NaN))
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0)
}

const SPAN =
  /\b(?:1(?:st)?(?: of)? )?April,? ((?:19|20)\d{2})\b[^.;\d]{0,25}?(?:\bto\b|\band\b|\buntil\b|-)[^.;\d]{0,20}?(?:31(?:st)?(?: of)? )?March,? ((?:19|20)\d{2})\b/i
const OF_YEARS =
  /\b(?:years|plan|strateg\w*|programme|contract|framework|funding|grant|since|months'?|compared|than|trend|last year|previous)\b/i

/** `the year which began on 1 April 2023 and ended on 31 March 2023`, `between April 2021 and March 2023`. */
function notAYear({ text, quantities }: Sentence, { startYear }: Period): Wrong | null {
  const match = SPAN.exec(text)
  const [from, to] = [Number(match?.[1]), Number(match?.[2])]
  const isReported = from === startYear || to === startYear + 1
  const isOfWork = /\b(?:report|period|year|covers?)\b/i.test(text) || quantities.some(({ kind }) => kind === 'count')
  if (!match || !isOfWork || to === from + 1 || (to > from && (!isReported || OF_YEARS.test(text)))) return null
  return { message: `“${match[0]}” is not the year of the report, April ${startYear} to March ${startYear + 1}.`, confidence: 0.82 }
} // prettier-ignore

const FIGURES =
  /\b(?:figures?|numbers?|data|counts?|statistics|tables|information|this report)\b[^.;]{0,70}?\b(?:year|twelve months|12 months)\b,?(?: (?:which|that))? (?:to|ending|ended|ends|up to)(?: on)? (?:the )?(?:31(?:st)?(?: of)? )?March,? ((?:19|20)\d{2})\b/i
const OF_OTHERS =
  /\b(?:nation\w*|region\w*|england|neighbours?|comparators?|published|department|census|latest available|last year|previous|compar\w*|and)\b/i

/** `Figures are for the twelve months to 31 March 2022`, in a report of 2022-23. */
function ofAnother({ text }: Sentence, { startYear }: Period): Wrong | null {
  const match = FIGURES.exec(text)
  if (!match || Number(match[1]) === startYear + 1 || OF_OTHERS.test(match[0])) return null
  return { message: `“${match[0]}”: the year of the report ends in March ${startYear + 1}.`, confidence: 0.82 }
} // prettier-ignore

const WILL =
  /\b(?:will|shall|(?:we|it|they|officers|IROs|service) (?:plan|intend|aim|hope)s? to|is due to|are due to)\b/i
const AGREED = /\b(?:was|were|had|would|said|agreed|promised|planned|last year|previous|progress|from|since|after)\b|"/i

/** `We will publish the handbook in June 2022`, in a report of 2022-23. */
function plannedInPast({ text }: Sentence, { startYear }: Period): Wrong | null {
  const will = WILL.exec(text)
  const days = daysNamed(text)
  const past = days.find(({ month }) => month < firstMonthOf(startYear) + 11)
  if (!will || !past || days.length > 1 || AGREED.test(text)) return null
  return /\b(?:in|by|on|during|before)\s+(?:early |late |the end of |mid-?)?$/i.test(text.slice(0, past.at))
    ? { message: `“${will[0]}”: ${past.text} was over before the report was written.`, confidence: 0.8 }
    : null
} // prettier-ignore

const TAKEN =
  /\b(?:figures?|numbers?|data|counts?)\b[^.;]{0,60}\b(?:system|database|records)\b[^.;]{0,30}?\b(?:on|as of) $/i

/** `The figures were taken from the system on 10 April 2022`, before the year was over. */
function takenEarly({ text }: Sentence, { startYear }: Period): Wrong | null {
  const taken = daysNamed(text).find(({ at, day }) => day !== null && TAKEN.test(text.slice(0, at)))
  const last = firstMonthOf(startYear) + 11
  return taken && taken.month < last && taken.month > last - 24
    ? { message: `On ${taken.text} the year of the report was not over.`, confidence: 0.82 }
    : null
} // prettier-ignore
