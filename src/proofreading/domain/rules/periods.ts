import type { Located } from '../finding.ts'
import type { Period } from '../period.ts'
import { type Rule, type Studied, located } from '../studied.ts'
import { MONTHS } from '../words/months.ts'

/** Periods that are no year of a report, aims of a year that is over, and plans whose days lie before them. */
export const periods: Rule = (studied) => {
  const { period } = studied
  return [...notAYear(studied), ...(period ? [...staleAims(studied, period), ...latePlans(studied)] : [])]
}

const FULL =
  /\b1(?:st)? April,? ((?:19|20)\d{2})\s*(?:-|to|and|until)\s*(?:the )?(\d{1,2})(?:st|nd|rd|th)? (March|April|February),? ((?:19|20)\d{2})\b/i

/** `1 April 2022 to 31 March 2024`, of the report itself. */
function notAYear(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence): Located[] => {
    const match = FULL.exec(sentence.text)
    if (
      !match ||
      !/\b(?:report(?:ing)?|covers?|period)\b/i.test(sentence.text) ||
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
        expected: `${startYear + 1}-${String((startYear + 2) % 100).padStart(2, '0')}`,
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
