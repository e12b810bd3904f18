import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { daysNamed, firstMonthOf } from '../../words/days.ts'

/** `In December 2023 the protocol was amended`, in a report of June 2023: told of as over, and later than the report was written. */
export const afterReport: Rule = (studied) => {
  const { period } = studied
  if (!period) return []
  const first = firstMonthOf(period.startYear)
  const written = writtenIn(studied, first)
  return studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage } = sentence
    if (passage.kind === 'heading' || TO_COME.test(text) || !PAST.test(text) || OF_ITSELF.test(text)) return []
    const late = daysNamed(text).find(
      ({ month, at }) =>
        month > (written ?? first + LATEST) && month < first + FURTHEST && !UNTIL.test(text.slice(0, at)),
    )
    if (!late) return []
    return [
      located(studied, {
        at: sentence,
        place: passage.place,
        kind: 'date',
        message: `${late.text} is told of as over, and comes after ${written === null ? `the year of the report, April ${period.startYear} to March ${period.startYear + 1}` : 'the day of the report itself'}.`,
        severity: 'error',
        confidence: 0.83,
      }),
    ]
  })
}

/** A report without a day is written within so many months of the beginning of its year. */
const LATEST = 18
/** What is later is a year of another kind: of a law, or of birth. */
const FURTHEST = 48
const PAST =
  /\b(?:was|were|had|did|held|took|gave|began|came|went|met|left|saw|led|made|wrote|ran|[a-z]{3,}(?<!need|succe|exce|inde|proce)ed)\b/i
const TO_COME =
  /\b(?:will|shall|would|should|to be|due|plan(?:s|ned)?|expect\w*|propos\w*|schedul\w*|intend\w*|aims?|priorit\w*|forthcoming|next|target|review date|version|expir\w*|deadline|at the time of writing|since the (?:end|year)|after the (?:end|year))\b/i
/** What becomes of the report itself comes after its year. */
const OF_ITSELF =
  /\b(?:(?:this|the|annual) report (?:was|has been|is)|sent for review|signed off|published (?:by|on)|approved (?:by|on))\b|^\W*(?:report )?(?:made|written|produced|prepared|printed) on\b/i
const UNTIL = /\b(?:until|by|before|from|to|ends?|ending|and|-)\s+(?:the end of\s+|end\s+)?$/i

const OF_REPORT =
  /\b(?:report|date[ds]?|presented|published|signed|approved|author|meeting|board|committee|version|prepared|written)\b/i
/** So many parts of the beginning and the end may say when the report was written. */
const OUTER = 14
const LONGEST = 160

/** The latest month that the first and last lines give as the report's own; null where they give none. */
function writtenIn({ report }: Studied, first: number): number | null {
  const outer = [...report.parts.slice(0, OUTER), ...report.parts.slice(-OUTER)]
  const months = outer.flatMap((part) => {
    const text = part.kind === 'table' ? '' : part.text
    if (text.length > LONGEST || !OF_REPORT.test(text)) return []
    return daysNamed(text).flatMap(({ month }) => (month >= first + 11 && month <= first + FURTHEST ? [month] : []))
  })
  return months.length === 0 ? null : Math.max(...months)
}
