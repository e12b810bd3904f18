import type { Located } from '../../finding.ts'
import { type Period, yearShown } from '../../period.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { MONTHS } from '../../words/months.ts'

/** Periods that are no year of a report, aims of a year that is over, and plans whose days lie before them. */
export const periods: Rule = (studied) => {
  const { period } = studied
  return [
    ...notAYear(studied),
    ...inMonths(studied),
    ...tooLate(studied),
    ...(period
      ? [
          ...staleAims(studied, period),
          ...latePlans(studied),
          ...aimsPassed(studied, period),
          ...datedEarly(studied, period),
        ]
      : []),
  ]
}

const FULL =
  /\b1(?:st)? April,? ((?:19|20)\d{2})\s*(?:-|to|and|until)\s*(?:the )?(\d{1,2})(?:st|nd|rd|th)? (March|April|February),? ((?:19|20)\d{2})\b/i

const FIGURES = /\b0?1[/.]0?4[/.]((?:19|20)\d{2})\s*(?:-|to|and|until)\s*(\d{1,2})[/.]0?([234])[/.]((?:19|20)\d{2})\b/i

/** `01/04/2022 to 31/03/2023`, as if its months had names. */
function inFigures(text: string): readonly (string | undefined)[] | null {
  const match = FIGURES.exec(text)
  return match && [match[0], match[1], match[2], MONTHS[Number(match[3]) - 1], match[4]]
}

/** Whether a span of days is that of the report: it says so, or begins with its year. */
const isOfReport = ({ period }: Studied, text: string, from: number): boolean =>
  /\b(?:report(?:ing)?|covers?|period)\b/i.test(text) ||
  (period?.startYear === from &&
    /\b(?:year|twelve months|12 months|work|service|held)\b/i.test(text) &&
    !/\b(?:contract|programme|funding)\b/i.test(text))

/** `1 April 2022 to 31 March 2024`, of the report itself. */
function notAYear(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence): Located[] => {
    const match = FULL.exec(sentence.text) ?? inFigures(sentence.text)
    if (
      !match ||
      !isOfReport(studied, sentence.text, Number(match[1])) ||
      /\byears\b|\bplan\b|strategy/i.test(sentence.text)
    )
      return []
    const [words, from, day, month = '', to] = match
    if (Number(to) === Number(from) + 1 && Number(day) === 31 && month.toLowerCase() === 'march') return []
    const expected = `1 April ${from ?? ''} to 31 March ${Number(from) + 1}`
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'date',
        message: `“${words}” is not a year from April to March.`,
        expected,
        severity: 'error',
        confidence: 0.85,
      }),
    ]
  })
}

const MONTHS_ONLY =
  /(?<!\d(?:st)?\s)\bApril,? ((?:19|20)\d{2})\s*(?:-|to|and|until)\s*(?:the end of |end of |31(?:st)? )?March,? ((?:19|20)\d{2})\b/i

/** `from April 2021 to March 2021`, `the year from April 2021 to March 2023`. */
function inMonths(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence): Located[] => {
    const match = MONTHS_ONLY.exec(sentence.text)
    if (!match) return []
    const [words] = match
    const [from, to] = [Number(match[1]), Number(match[2])]
    const isReported =
      studied.period?.startYear === from &&
      /\b(?:report\w*|covers?|period|twelve months|12 months|work of)\b/i.test(sentence.text) &&
      !/\byears\b|\bplan\b|strateg|programme|framework|contract/i.test(sentence.text)
    if (to > from && (to === from + 1 || !isReported)) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'date',
        message: to > from ? `“${words}” is not a year from April to March.` : `“${words}” ends before it begins.`,
        expected: `April ${from} to March ${from + 1}`,
        severity: 'error',
        confidence: to > from ? 0.82 : 0.92,
      }),
    ]
  })
}

/** How long after its year a report may be written, in months, where it does not say when it was. */
const WRITTEN_WITHIN = 7
const PAST =
  /\b(?:was|were|had|has been|have been|took place|left|joined|filled|found|ran|visited|inspected|completed|moved|began|started|held|received|carried out|went|came|met|launched|opened|attended|introduced|became|took)\b/i
const NOT_PAST =
  /\b(?:will|shall|should|would|to be|plan(?:s|ned)?|next|future|due|until|by|target|aims?|expect\w*|from|end(?:s|ing)|contract|review date|extended|agreed|funded|scheduled|priorit\w+|updated?|publish\w*|version|retriev\w*|accessed|born)\b/i
const MONTH_AND_YEAR = new RegExp(`\\b(${MONTHS.join('|')})\\s+((?:19|20)\\d{2})\\b`, 'gi')

const SEASON_AND_YEAR = /\b(spring|summer|autumn|winter) (?:of )?((?:19|20)\d{2})\b/gi
/** The first month of a season, counted from April. */
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 0],
  ['summer', 2],
  ['autumn', 5],
  ['winter', 8],
])

const monthsFrom = (startYear: number, month: string, year: string): number =>
  (Number(year) - startYear) * 12 + MONTHS.indexOf(month.toLowerCase()) - 3

/** Until when a report may tell of things that were: its own date where it bears one, in months from the start of its year. */
function writtenUntil({ passages, tables }: Studied, { startYear }: Period): number {
  const early = passages.slice(0, 14).filter(({ text }) => text.length < 260 && !(PAST.test(text) && text.length > 60))
  const cells = tables
    .slice(0, 1)
    .flatMap(({ rows }) => rows.map((row) => ({ text: row.cells.map(({ text }) => text).join(' ') })))
  const own = [...early, ...cells].flatMap(({ text }) =>
    /\b(?:report|date|prepared|presented|meeting|board|panel|committee|published|version|author)\b|^\W*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+ \d{4}\W*$/i.test(
      text,
    )
      ? [...text.matchAll(MONTH_AND_YEAR)].map(([, month = '', year = '']) => monthsFrom(startYear, month, year))
      : [],
  )
  const after = own.filter((months) => months > 11 && months < 36)
  return after.length > 0 ? Math.max(...after) : 11 + WRITTEN_WITHIN
}

/** What is told as past, in a month after the report was written; what has been so `since` a year after the report's. */
function tooLate(studied: Studied): Located[] {
  const { period } = studied
  if (!period) return []
  const until = writtenUntil(studied, period)
  return studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage } = sentence
    const since = [...text.matchAll(/\bsince ((?:19|20)\d{2})\b(?!\s?[-/]\d)/gi)].find(
      ([, year]) => Number(year) > period.startYear + 1,
    )
    const month = isLater(text)
    if (
      passage.kind === 'heading' ||
      (!since && month === null) ||
      /priorit|next|plan|looking|future|forward/i.test(passage.place)
    )
      return []
    return [
      located(studied, {
        at: sentence,
        place: passage.place,
        kind: 'date',
        message: `${since?.[0] ?? month ?? ''} lies after the report, which is about ${yearShown(period.startYear)}.`,
        expected: null,
        severity: 'warning',
        confidence: 0.8,
      }),
    ]
  })

  function isLater(text: string): string | null {
    if (!PAST.test(text) || NOT_PAST.test(text) || !period) return null
    const found = [...text.matchAll(MONTH_AND_YEAR)].find(
      ([, month = '', year = '']) => monthsFrom(period.startYear, month, year) > until,
    )
    const season = [...text.matchAll(SEASON_AND_YEAR)].find(
      ([, name = '', year = '']) =>
        (Number(year) - period.startYear) * 12 + (SEASONS.get(name.toLowerCase()) ?? 0) > until,
    )
    return found?.[0] ?? season?.[0] ?? null
  }
}

const AIMS =
  /\b(?:our|the|these|key) (?:key )?priorit(?:y|ies) (?:areas )?for ((?:19|20)\d{2})\s?[-/]\s?((?:19|20)?\d{2})\b/i

/** `Finally, we outline our priorities for 2023-24`, in a report of 2023-24 whose priorities are those of 2024-25. */
function staleAims(studied: Studied, { startYear }: Period): Located[] {
  const ahead = studied.passages.find(
    ({ kind, text }) =>
      kind === 'heading' &&
      /priorit|next steps|plan/i.test(text) &&
      text.includes(String(startYear + 1)) &&
      !text.includes(String(startYear)),
  )
  if (!ahead) return []
  return studied.sentences.flatMap((sentence): Located[] => {
    const match = AIMS.exec(sentence.text)
    if (
      !match ||
      Number(match[1]) !== startYear ||
      /\b(?:progress|last year|were|achieved|against|previous)\b/i.test(sentence.text)
    )
      return []
    if (!/\b(?:outline|set out|finally|next|will|going forward|identif|present)\w*\b/i.test(sentence.text)) return []
    return [
      located(studied, {
        at: sentence,
        also: ahead,
        place: sentence.passage.place,
        kind: 'date',
        message: `These are priorities of the year that the report looks back on; the section is headed for the next.`,
        expected: yearShown(startYear + 1),
        severity: 'warning',
        confidence: 0.82,
      }),
    ]
  })
}

const PLAN =
  /\b(?:action|work|improvement|service|delivery) (?:plan|programme)\b.*?((?:19|20)\d{2})\s?[-/]\s?((?:19|20)?\d{2})/i
const BY =
  /^(?:by |end of |end )?(January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20)\d{2})$/i

/** `March 2023` as the day by which something is done, in a plan for 2023-24. */
function latePlans(studied: Studied): Located[] {
  return studied.tables.flatMap((table) => {
    const year = PLAN.exec(`${table.caption ?? ''} ${table.place}`)?.[1]
    if (year === undefined) return []
    return table.rows.flatMap((row): Located[] => {
      const cell = row.cells.find(({ text }) => BY.test(text.trim()))
      const [, month = '', by] = BY.exec(cell?.text.trim() ?? '') ?? []
      const months = (Number(by) - Number(year)) * 12 + MONTHS.indexOf(month.toLowerCase()) - 3
      if (!cell || !(months < 0)) return []
      return [
        located(studied, {
          at: cell,
          also: null,
          place: table.place,
          kind: 'date',
          message: `${cell.text.trim()} lies before the plan begins, in April ${year}.`,
          expected: null,
          severity: 'warning',
          confidence: 0.85,
        }),
      ]
    })
  })
}

const AHEAD =
  /\b(?:priorit\w*|next (?:year|steps)|looking (?:ahead|forward)|what next|forward plan|action plan|areas? for development|recommendations|in the coming year|plans? for)\b/i
const BY_MONTH = new RegExp(
  `\\b(?:by|before|not later than) (?:the end of |end )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(${MONTHS.join('|')}) ((?:19|20)\\d{2})\\b`,
  'gi',
)
const DONE = /\b(?:was|were|had|has been|have been|met|achieved|completed|last year|previous)\b/i

/** `To have a leaflet by September 2022`, among the aims of a report whose year ends in March 2023. */
function aimsPassed(studied: Studied, { startYear }: Period): Located[] {
  return studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage } = sentence
    const isAim =
      AHEAD.test(passage.place) && !new RegExp(`\\b${startYear}[-/]|progress|last year`, 'i').test(passage.place)
    if (passage.kind === 'heading' || !isAim || DONE.test(text)) return []
    const early = [...text.matchAll(BY_MONTH)].find(
      ([, month = '', year = '']) => monthsFrom(startYear, month, year) < 11,
    )
    if (!early) return []
    return [
      located(studied, {
        at: sentence,
        place: passage.place,
        kind: 'date',
        message: `“${early[0]}” lies before the end of the year that the report looks back on.`,
        expected: null,
        severity: 'warning',
        confidence: 0.82,
      }),
    ]
  })
}

const DATED =
  /^\W*(?:(?:report |author'?s? |sign(?:ed|-off) |approval |publication |meeting )?date(?:d| of (?:report|meeting|publication))?|signed(?: off)?|published|approved|written|completed)\s*(?:on|:|-)?\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?([A-Z][a-z]+),? ((?:19|20)\d{2})\W*$/i

/** A line that dates the report before its year was over. */
function datedEarly(studied: Studied, { startYear }: Period): Located[] {
  return studied.passages.flatMap((passage): Located[] => {
    const [, month = '', year = ''] = passage.text.length < 90 ? (DATED.exec(passage.text.trim()) ?? []) : []
    const months = MONTHS.includes(month.toLowerCase()) ? monthsFrom(startYear, month, year) : null
    if (months === null || months >= 11 || months < -12) return []
    return [
      located(studied, {
        at: passage,
        place: passage.place,
        kind: 'date',
        message: `The report is dated ${month} ${year}, before the year was over that it is about.`,
        expected: null,
        severity: 'warning',
        confidence: 0.84,
      }),
    ]
  })
}
