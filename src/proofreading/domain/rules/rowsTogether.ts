import type { Located } from '../finding.ts'
import { countColumns, gridsNear, looselyNamed, namedBy, namesOf, partsOf } from '../near.ts'
import { isSame, shown, sumOf } from '../numbers.ts'
import { type Rule, type Studied, located } from '../studied.ts'
import { countsIn } from '../words/around.ts'
import type { Sentence } from '../words/sentences.ts'
import { tokensIn } from '../words/tokens.ts'

/** `Adoption and special guardianship together were 32`, where the rows that are named add up to another number. */
export const rowsTogether: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || !TOGETHER.test(sentence.text)) return []
    const counts = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
    const [count, other] = counts
    if (!count || other || count.isApproximate) return []
    const readings = gridsNear(studied, sentence).flatMap((grid) => readingsOf(studied, grid, sentence))
    const [reading, second] = readings
    if (!reading || second || isSame(reading.sum, count.value) || reading.all.some((one) => isSame(one, count.value)))
      return []
    if (Math.abs(reading.sum - count.value) > Math.max(MOST_OFF_BY, reading.sum * MOST_OFF)) return []
    return [
      located(studied, {
        at: sentence,
        also: reading.first,
        place: sentence.passage.place,
        kind: 'text-table',
        message: `${reading.names.join(' and ')} are ${shown(reading.sum)} together in ${reading.place}, not ${count.text}.`,
        computation: `${reading.values.map((value) => shown(value)).join(' + ')} = ${shown(reading.sum)}`,
        expected: shown(reading.sum),
        severity: 'error',
        confidence: 0.85,
      }),
    ]
  })

const TOGETHER = /\b(?:together|combined|between them|taken together|jointly)\b(?!\s+with\b)/i
/** A number further off is of something else. */
const MOST_OFF = 0.4
const MOST_OFF_BY = 5

function readingsOf(studied: Studied, grid: ReturnType<typeof gridsNear>[number], sentence: Sentence) {
  const exact = namedBy(tokensIn(sentence.text), partsOf(grid), (row) => namesOf(grid, row))
  const named = exact.length >= 2 ? exact : looselyNamed(sentence.text, partsOf(grid), ({ label }) => label)
  const [column, other] = countColumns(studied, grid, sentence)
  if (named.length < 2 || named.length > 3 || column === undefined || other !== undefined) return []
  const rows = named.map(({ one }) => one)
  const values = rows.flatMap(({ values: { [column]: value } }) => (value?.unit === 'count' ? [value.value] : []))
  const [first] = rows
  if (!first || values.length < rows.length) return []
  return [
    {
      first: first.row,
      names: rows.map(({ label }) => `“${label}”`),
      place: grid.table.place,
      values,
      sum: sumOf(values),
      all: grid.rows.flatMap((row) => row.values.flatMap((value) => (value ? [value.value] : []))),
    },
  ]
}
