import { yearShown } from '../../period.ts'
import type { Located } from '../../finding.ts'
import { type Rule, type Said, type Studied, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import { MONTHS } from '../../words/months.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `The previous year (2021/22)` in a report of 2023-24, `in 2024/25 we held`, `from September 2023 to June 2023`: years that are not those meant. */
export const yearsOutOfPlace: Rule = (studied) => {
  const year = studied.period?.startYear
  if (year === undefined) return []
  return studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    return [
      reversed(sentence),
      neighbour(sentence, year),
      ahead(sentence, year),
      behind(sentence, year),
      ends(sentence, year),
      current(sentence, year),
    ]
      .flatMap((wrong) => wrong ?? [])
      .slice(0, 1)
      .map((wrong) => said(studied, sentence, wrong))
  })
}

type Wrong = Pick<Said, 'message' | 'confidence'>

const said = (studied: Studied, at: Sentence, { message, confidence }: Wrong): Located =>
  located(studied, {
    at,
    place: at.passage.place,
    kind: 'date',
    message,
    expected: null,
    severity: 'warning',
    confidence,
  })

const MONTH = `(${MONTHS.join('|')})`
const SPAN = new RegExp(
  `\\b(?:from|between) (?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} (20\\d\\d) (?:to|and|until) (?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} (20\\d\\d)\\b`,
  'i',
)
const monthsOf = (month = '', year = ''): number => Number(year) * 12 + MONTHS.indexOf(month.toLowerCase())

/** `from September 2023 to June 2023`. Whole days are looked at elsewhere. */
function reversed({ text }: Sentence): Wrong | null {
  const match = SPAN.exec(text)
  if (!match || monthsOf(match[3], match[4]) >= monthsOf(match[1], match[2])) return null
  return { message: `“${match[0]}” ends before it begins.`, confidence: 0.9 }
}

const PERIOD = String.raw`((?:19|20)\d{2}\s?[-/]\s?\d{2,4}|\d{2}\/\d{2})(?![\d/])`
const LAST = new RegExp(
  `\\b(last|previous|prior) year(?:'s (?:annual )?report)?(?:,| was|:)?\\s*\\(?(?:in |for |of )?${PERIOD}`,
  'i',
)
const NEXT = new RegExp(`\\b(?:next|coming) year(?:,|:)?\\s*\\(?(?:in |for |of )?${PERIOD}`, 'i')

/** `the previous year (2021/22)`, `the coming year, 2023/24`: not the one beside the report's. */
function neighbour({ text }: Sentence, year: number): Wrong | null {
  const last = LAST.exec(text)
  const before = startOf(last?.[2] ?? '')
  // `The last year (2023/24)` may be the report's own; last year's report is not.
  const isOwn = before === year && !/report/i.test(last?.[0] ?? '')
  if (last && before !== null && before !== year - 1 && !isOwn)
    return {
      message: `“${last[0].trim()}”: the year before that of the report is ${yearShown(year - 1)}.`,
      confidence: 0.84,
    }
  const next = NEXT.exec(text)
  const after = startOf(next?.[1] ?? '')
  return next && after !== null && after !== year + 1
    ? { message: `“${next[0].trim()}”: the year after that of the report is ${yearShown(year + 1)}.`, confidence: 0.84 }
    : null
}

const IN_PERIOD = new RegExp(`\\b(?:in|during|throughout|over) (?:the year )?${PERIOD}`, 'gi')
const WAS =
  /\b(?:was|were|had|held|raised|chaired|took|came|left|fell|rose|attended|started|completed|received|made|went|up from|down from|compared with)\b/i
const TO_COME =
  /\b(?:will|shall|would|to be|plan\w*|next|future|priorit\w*|target\w*|aim\w*|budget\w*|expect\w*|forecast\w*|agreed|set|due|already|so far|begin\w*|continu\w*|has|have|is|are)\b/i

/** `In 2024/25 we held 968 reviews`, in a report of 2023-24: told as over, and not yet begun. */
function ahead({ text, passage }: Sentence, year: number): Wrong | null {
  if (!WAS.test(text) || TO_COME.test(text) || /priorit|next|plan|ahead|forward|future/i.test(passage.place))
    return null
  const match = [...text.matchAll(IN_PERIOD)].find(([, period = '']) => (startOf(period) ?? 0) > year)
  return match
    ? {
        message: `${match[1] ?? ''} comes after the year of the report, ${yearShown(year)}, and is told of as over.`,
        confidence: 0.8,
      }
    : null
}

const WILL = new RegExp(
  `\\b(?:in|during|over) ${PERIOD},? (?:[a-z]+ ){0,3}will\\b|\\bwill (?:[a-z]+ ){1,6}?(?:in|during|over) ${PERIOD}`,
  'i',
)

/** `Over 2022/23 we will visit each child`, in a report of 2023-24. */
function behind({ text }: Sentence, year: number): Wrong | null {
  const match = WILL.exec(text)
  const start = startOf(match?.[1] ?? match?.[2] ?? '')
  return match && start !== null && start < year
    ? { message: `“${match[0]}”: that year was over before the one of the report.`, confidence: 0.84 }
    : null
}

const DAY = String.raw`(?:on |at |in )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?`
const BEGAN = new RegExp(
  `\\b(?:year (?:began|started|opened)|(?:began|started) the year)\\b[^.;\\d]{0,20}${DAY}April (20\\d\\d)`,
  'i',
)
const ENDED = new RegExp(
  `\\b(?:year (?:ended|closed)|(?:ended|closed|finished) the year)\\b[^.;\\d]{0,20}${DAY}March (20\\d\\d)`,
  'i',
)

/** `The year began on 1 April 2024`, `we ended the year on 31 March 2023`. */
function ends({ text }: Sentence, year: number): Wrong | null {
  if (/\b(?:last|previous|next)\b/i.test(text)) return null
  const [began, ended] = [BEGAN.exec(text), ENDED.exec(text)]
  const wrong = began && Number(began[1]) !== year ? began : ended && Number(ended[1]) !== year + 1 ? ended : null
  return wrong
    ? { message: `“${wrong[0]}”: the year of the report is April ${year} to March ${year + 1}.`, confidence: 0.85 }
    : null
}

const CURRENT = new RegExp(
  `\\b(?:current|present|latest)\\b[^.;,:]{0,60}\\b(?:in|within|for|during|of)\\s+${PERIOD}`,
  'i',
)

/** `the current profile of our children within 2021/22`. */
function current({ text }: Sentence, year: number): Wrong | null {
  const match = CURRENT.exec(text)
  const start = startOf(match?.[1] ?? '')
  return match && start !== null && start < year && !/\b(?:than|since|from|compared|strategy|plan)\b/i.test(match[0])
    ? { message: `“${match[0]}”: the year of the report is ${yearShown(year)}.`, confidence: 0.82 }
    : null
}
