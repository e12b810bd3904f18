import { type PlainDate, dateOf, isOnOrBefore, weekdayName } from '../../../../kernel/dates.ts'
import type { Located } from '../../finding.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'
import { MONTHS } from '../../words/months.ts'

/** Days that there are not, weekdays that are not theirs, periods that end before they begin, and days outside the year. */
export const dates: Rule = (studied) => [
  ...studied.report.parts.flatMap((part) => {
    const spans =
      part.kind === 'table'
        ? part.rows.flatMap((row) => row.cells.map((cell) => ({ ...row, place: part.place, words: cell.text })))
        : []
    return spans.flatMap((span) => wrongDays(studied, span.words, span, part.place))
  }),
  ...studied.sentences.flatMap((sentence) => [
    ...wrongDays(studied, sentence.text, sentence, sentence.passage.place),
    ...reversed(studied, sentence),
    ...outside(studied, sentence),
    ...notYet(studied, sentence),
  ]),
  ...studied.passages
    .filter(({ kind }) => kind === 'heading')
    .flatMap((heading) => wrongDays(studied, heading.text, heading, heading.place)),
]

const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)'
const WEEKDAY =
  '(?:(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun),?\\s+(?:the\\s+)?)?'
const WRITTEN = new RegExp(
  `${WEEKDAY}(?<![\\d.,/])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}\\b\\.?(?:,?\\s+((?:19|20)\\d{2})\\b)?`,
  'gi',
)
const TURNED = new RegExp(`${WEEKDAY}\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b`, 'gi')
const SLASHED = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d/.-]|%)/g

interface Day {
  text: string
  at: number
  weekday: string | null
  day: number
  month: number
  year: number | null
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1

/** The days that a text names. */
function daysIn(text: string): Day[] {
  const written = [...text.matchAll(WRITTEN)].map((match): Day => {
    const [words, weekday, day, month = '', year] = match
    return {
      text: words,
      at: match.index,
      weekday: weekday ?? null,
      day: Number(day),
      month: monthOf(month),
      year: year === undefined ? null : Number(year),
    }
  })
  const turned = [...text.matchAll(TURNED)].map((match): Day => {
    const [words, weekday, month = '', day, year] = match
    return {
      text: words,
      at: match.index,
      weekday: weekday ?? null,
      day: Number(day),
      month: monthOf(month),
      year: Number(year),
    }
  })
  const slashed = [...text.matchAll(SLASHED)].map((match): Day => {
    const [words, day, , month, year = ''] = match
    return {
      text: words,
      at: match.index,
      weekday: null,
      day: Number(day),
      month: Number(month),
      year: year.length === 2 ? 2000 + Number(year) : Number(year),
    }
  })
  // `17.5.23` may be the number of a version or of a paragraph; a cell with `17.05.23` alone is a day.
  return [
    ...written,
    ...turned,
    ...slashed.filter(
      ({ text: words }) =>
        !words.includes('.') ||
        /\.\d{4}$/.test(words) ||
        (words === text.trim() && /^\d{2}\.(?:0\d|1[0-2])\.\d{2}$/.test(words)),
    ),
  ]
}

const daysOf = (month: number, year: number | null): number =>
  month === 2 ? (year === null || isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const dayOf = ({ day, month, year }: Day): PlainDate | null =>
  year !== null && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year) ? dateOf(year, month, day) : null

function wrongDays(studied: Studied, text: string, at: Span, place: string): Located[] {
  return daysIn(text).flatMap((one): Located[] => {
    const isThere = one.month >= 1 && one.month <= 12 && one.day >= 1 && one.day <= daysOf(one.month, one.year)
    if (!isThere) {
      const message =
        one.month < 1 || one.month > 12
          ? `“${one.text}”: there is no month ${one.month}.`
          : `“${one.text}”: there is no such day.`
      return [
        located(studied, { at, place, kind: 'date', message, expected: null, severity: 'error', confidence: 0.95 }),
      ]
    }
    const day = dayOf(one)
    const weekday = day && weekdayName(day)
    if (!weekday || one.weekday === null || weekday.toLowerCase().startsWith(one.weekday.toLowerCase().slice(0, 3)))
      return []
    const message = `${one.text.replace(/^\w+,?\s+/, '')} was a ${weekday}, not a ${one.weekday}.`
    return [
      located(studied, { at, place, kind: 'date', message, expected: weekday, severity: 'error', confidence: 0.95 }),
    ]
  })
}

const RANGE = /^\s*(?:-|to|and|until|through to)\s*(?:the\s+)?$/i

/** `between 12 June 2023 and 3 May 2023`. */
function reversed(studied: Studied, sentence: Sentence): Located[] {
  const days = daysIn(sentence.text).toSorted((a, b) => a.at - b.at)
  return days.flatMap((one, index): Located[] => {
    const next = days[index + 1]
    const [first, last] = [dayOf(one), next ? dayOf(next) : null]
    if (!next || !first || !last || isOnOrBefore(first, last)) return []
    const gap = sentence.text.slice(one.at + one.text.length, next.at)
    const lead = sentence.text.slice(Math.max(0, one.at - 12), one.at)
    if (!RANGE.test(gap) || (/and/i.test(gap) && !/between\s*(?:the\s+)?$/i.test(lead))) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'date',
        message: `The period ends (${next.text}) before it begins (${one.text}).`,
        expected: null,
        severity: 'error',
        confidence: 0.93,
      }),
    ]
  })
}

const IN_YEAR =
  /\b(?:(?:during|in|within|over|throughout) (?:this|the) (?:reporting )?(?:year|period)(?!\s+(?:from|ending|ended|April|to|20|1))|this (?:reporting )?(?:year|period)|during the reporting (?:year|period)|in-year|of the year's|(?:half[- ]?way|mid[- ]?way|part[- ]?way|early|late|later) (?:through|in|into|on in) the (?:reporting )?(?:year|period)(?: under review)?|(?:at|towards) the (?:start|beginning|middle|end) of the (?:year|period) under review|the year under review|(?:first|second|third|fourth|last|final) (?:quarter|half) of (?:the|this) year|before the year (?:closed|ended|was out|was over))\b/i
/** What may well lie outside the year. */
const MAY_BE_OUTSIDE =
  /\b(?:since|previous|last year|year (?:to|ending|ended)|will|plan(?:s|ned)?|next|future|forthcoming|from|until|compared|published|issued|introduced|came into|force|inspect\w*|at the time of writing|to date|before|prior|following|after|target|by (?:the end of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|20))\b/i

/** What is still to come; and what began in the year may end soon after it: `between November 2023 and April 2024`. */
const WILL =
  /\bwill\b|\bby (?:the end of )?(?:January|February|March|April|May|June|July|August|September|October|November|December) 20/i

const MONTH_OF_YEAR = new RegExp(`(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?${MONTH}\\s+((?:19|20)\\d{2})\\b`, 'gi')

/** `1 April 2025 to 30 November 2025`: a period that is named, which another is set beside. */
const SPAN = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\s+(?:19|20)\\d{2}\\s+(?:to|[-–])\\s+\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\s+(?:19|20)\\d{2}\\b`,
  'gi',
)

/** `571 in March 2021, 552 a year later and 537 now`: of several years. */
const YEARS_ON = /\b(?:a|one|two|three|four|five) years? (?:later|before|earlier|ago|on)\b|\byears? running\b/i

/** `During the year a survey was held in May 2024`, in a report of 2023-24. */
function outside(studied: Studied, sentence: Sentence): Located[] {
  const { period } = studied
  if (!period || !IN_YEAR.test(sentence.text) || YEARS_ON.test(sentence.text)) return wrongYearEnd(studied, sentence)
  const spans = [...sentence.text.matchAll(SPAN)].map(({ index, 0: { length } }) => [index, index + length] as const)
  const found = [...sentence.text.matchAll(MONTH_OF_YEAR)].flatMap((match) => {
    const [text, , month = '', year] = match
    if (spans.some(([from, to]) => from <= match.index && match.index < to)) return []
    const months = (Number(year) - period.startYear) * 12 + monthOf(month) - 4
    const lead = sentence.text.slice(0, match.index)
    const isLate = months > 11 && (WILL.test(sentence.text) || (months < 14 && /\band\s*$/.test(lead)))
    return (months < 0 || months > 11) && !isLate && !MAY_BE_OUTSIDE.test(lead.slice(-60)) ? [text] : []
  })
  const [text] = found
  if (text === undefined) return []
  const message = `${text} lies outside the year of the report, April ${period.startYear} to March ${period.startYear + 1}.`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'date',
      message,
      expected: null,
      severity: 'warning',
      confidence: 0.8,
    }),
  ]
}

/** Where a report says to whom and when it goes. */
const PRESENTED =
  /\b(?:(?:is|was|will be|be|and|report|:|\.) ?(?:received|presented|submitted|considered|reported|taken)|^\W*(?:presented|submitted|report(?:ed)?|prepared))\b[^.;]{0,30}?\b(?:to|by|for|at)\b[^.;]{0,80}?\b(?:on |in |, )/i
/** That it is the report that goes there: others report to a board too. */
const IS_REPORT =
  /\b(?:this|the|annual|our) report\b|^\W*(?:report(?:ed)?|presented|submitted|received|considered|prepared)\b|\bstatus\b/i

/** Something that is over. */
const OVER =
  /\b(?:joined|left|started|began|retired|returned|moved|was appointed|were appointed|was held|were held|took place|took up|fell)\b[^.;]{0,60}?\b(?:in|on|between|during)\s+$/i
/** A report is written within so many months of the end of its year, counted from its beginning. */
const LATEST = 18

/** A report presented before its year was over, and things told as over that were still to come. */
function notYet(studied: Studied, sentence: Sentence): Located[] {
  const { period } = studied
  if (!period || sentence.passage.kind === 'heading' || /\b(?:last year|previous)\b/i.test(sentence.text)) return []
  const months = [...sentence.text.matchAll(MONTH_OF_YEAR)].map(([text, , month = '', year], at) => ({
    text,
    isFirst: at === 0,
    lead: sentence.text.slice(0, sentence.text.indexOf(text)),
    since: (Number(year) - period.startYear) * 12 + monthOf(month) - 4,
  }))
  const early = months.find(
    ({ lead, since }) => since >= 0 && since < 12 && PRESENTED.test(lead) && IS_REPORT.test(lead),
  )
  const late = months.find(
    ({ lead, since, isFirst }) =>
      isFirst && since >= LATEST && since < LATEST + 24 && OVER.test(lead) && !/\b(?:will|until|by)\b/i.test(lead),
  )
  const wrong = early ?? late
  if (!wrong) return []
  const message = early
    ? `The report is about a year that was not over in ${early.text}.`
    : `${wrong.text} is long after the year of the report, and is told of as over.`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'date',
      message,
      expected: null,
      severity: 'warning',
      confidence: 0.82,
    }),
  ]
}

const YEAR_END =
  /\b(?:(?:at|by|as at|as of|on) (?:the )?(?:end of (?:the|this) (?:reporting )?(?:year|period)|year[- ]end)|report[^.]{0,60} for the year (?:ending|ended|to))\b(?:(?!\b(?:than|from|since|against|compared|before|fewer|more|less)\b)[^.]){0,20}?\(?(?:on |at |, )?(?:(?:the )?31(?:st)?(?: of)? )?March ((?:19|20)\d{2})/i

/** `at the end of the year, 31 March 2022`, in a report of 2022-23. */
function wrongYearEnd(studied: Studied, sentence: Sentence): Located[] {
  const { period } = studied
  const match = YEAR_END.exec(sentence.text)
  const year = Number(match?.[1])
  if (!period || !match || year === period.startYear + 1) return []
  const message = `The year of the report ends on 31 March ${period.startYear + 1}, not in March ${year}.`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'date',
      message,
      expected: `31 March ${period.startYear + 1}`,
      severity: 'error',
      confidence: 0.85,
    }),
  ]
}
