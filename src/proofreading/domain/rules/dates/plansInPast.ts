import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { MONTHS } from '../../words/months.ts'

/** What is still to be done by a day before the year of the report ended, and a report that was read before then. */
export const plansInPast: Rule = (studied) => [...plans(studied), ...readTooEarly(studied)]

/** `Last year's priorities`. */
const LOOKS_BACK = /\blast year|previous/i
const AHEAD =
  /\b(?:priorit\w*|plans? for|next (?:year|steps)|looking (?:ahead|forward)|what we will do|aims for|actions? for)\b/i
const NAMES = MONTHS.map((name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`).join('|')
const BY = new RegExp(
  `\\b(?:by|before|until)\\s+(?:the end of\\s+)?(?:\\d{1,2}\\s+)?(${NAMES})\\s+((?:19|20)\\d{2})\\b`,
)
/** Not `than in 2018-19`, nor `which was 93% in 2018-19`. */
const IN =
  /(?<!\b(?:than|as|from|since|was|were|did|reported|compared|had|set|begun|started|%)\s)\bin\s+((?:19|20)\d{2})\s?[-/]\s?\d{2,4}(?=,|\.|;|$)/

/** `Fill all posts by September 2023: done, in August`. */
const DONE = /(?:^|[\t.:;]\s*)(?:done|met|achieved|completed|finished|complete)\b/i

const monthAt = (name: string, year: string): number => Number(year) * 12 + MONTHS.indexOf(name.toLowerCase())
const lastMonth = ({ period }: Studied): number | null =>
  period ? monthAt('march', String(period.startYear + 1)) : null

function plans(studied: Studied): Located[] {
  const last = lastMonth(studied)
  return studied.sentences.flatMap((sentence): Located[] => {
    if (
      last === null ||
      sentence.passage.kind === 'heading' ||
      !AHEAD.test(sentence.passage.place) ||
      LOOKS_BACK.test(sentence.passage.place)
    )
      return []
    const [until = '', month = '', year = ''] = BY.exec(sentence.text) ?? []
    const [during = '', from = ''] = IN.exec(sentence.text) ?? []
    // `both of which were filled by September 2023`: done, and no plan.
    const isDone =
      /\b(?:was|were|been)\s+\w+\s+$/i.test(sentence.text.slice(0, sentence.text.indexOf(until))) ||
      DONE.test(sentence.text)
    const isOver = until !== '' && !isDone && monthAt(month, year) <= last
    const isPast = during !== '' && monthAt('april', from) < last
    return isOver || isPast ? [said(studied, sentence, sentence.passage.place, isOver ? until : during)] : []
  })
}

const READ =
  /\b(?:report to|date of (?:the )?(?:meeting|report)|report date|meeting date|presented (?:to|on)|considered (?:by|at))\b/i
const DAY = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(${NAMES})\\s+((?:19|20)\\d{2})\\b`, 'i')
/** How many parts a title page has, about. */
const FIRST = 12
const LONGEST_LINE = 200

/** `Report to: Scrutiny Committee, 23 June 2025`, of a year that ended after that day. */
function readTooEarly(studied: Studied): Located[] {
  const last = lastMonth(studied)
  const lines = studied.report.parts.slice(0, FIRST).flatMap((part) =>
    part.kind === 'table'
      ? part.rows.map(({ cells, start, end }) => ({
          text: cells.map(({ text }) => text).join(' '),
          start,
          end,
          place: part.place,
        }))
      : [part],
  )
  return lines.flatMap((line): Located[] => {
    const from = READ.exec(line.text)
    const [words = '', month = '', year = ''] = (from && DAY.exec(line.text.slice(from.index))) ?? []
    const isEarly = words !== '' && last !== null && monthAt(month, year) < last
    if (!isEarly || line.text.length > LONGEST_LINE) return []
    return /\b(?:interim|mid-year|half-year)\b/i.test(line.text) ? [] : [said(studied, line, line.place, words)]
  })
}

const said = (studied: Studied, at: { start: number; end: number }, place: string, words: string): Located =>
  located(studied, {
    at,
    place,
    kind: 'date',
    message: `“${words}” is before the year of the report was over.`,
    expected: null,
    severity: 'error',
    confidence: 0.85,
  })
