import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear, namedBy, namesOf, yearNamed } from '../../near.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `Over the four years from 2021 the number has risen by 98`, where a table near it has the years. */
export const sinceYear: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const { text, passage } = sentence
    const year = SINCE.exec(text)?.[1]
    const by = sentence.quantities.find(
      (one) => ['count', 'percent'].includes(one.kind) && !one.isApproximate && BY.test(text.slice(0, one.start - sentence.start)),
    )
    if (passage.kind === 'heading' || year === undefined || !by || ELSEWHERE.test(text)) return []
    const ends = gridsNear(studied, sentence).flatMap((grid) => seriesOf(grid, sentence, year))
    const [first] = ends
    if (!first || ends.some((each) => fits(each, by))) return []
    const change = first.to - first.from
    const share = `${rounded((Math.abs(change) / first.from) * 100, 1)}%`
    if (Math.abs(change) === 0 || first.from <= 0) return []
    return [
      located(studied, {
        at: sentence,
        place: passage.place,
        kind: 'growth',
        message: `From ${shown(first.from)} to ${shown(first.to)} is ${shown(Math.abs(change))} (${share}), not ${by.text}.`,
        computation: `${shown(first.to)} - ${shown(first.from)} = ${shown(change)}`,
        severity: 'error',
        confidence: 0.84,
      }),
    ]
  }) // prettier-ignore

const SINCE = /\b(?:since|from)\s+(?:march |31 march |the end of )?((?:19|20)\d{2}(?:[-/]\d{2,4})?)\b/i
const BY =
  /\b(?:risen|rose|increased|grown|grew|gone up|went up|fallen|fell|decreased|dropped|reduced|gone down|went down|up|down)\b[^.;\d]{0,20}\bby\s+(?:just |only )?$/i
const ELSEWHERE = /\b(?:national\w*|england|region\w*|neighbours?|target|will|average|a year|each year|points?)\b/i

interface Ends {
  from: number
  to: number
}

/** The first and the last year's numbers of the column of years, or of the row that the sentence names, else of all. */
function seriesOf(grid: Grid, sentence: Sentence, year: string): Ends[] {
  const start = yearNamed(year)
  const isYear = (text: string) => start !== null && (yearNamed(text) === start || text.trim() === year)
  const at = grid.rows.findIndex(({ label }) => isYear(label))
  const last = grid.rows.findLastIndex(({ label }) => yearNamed(label) !== null)
  if (at !== -1 && last > at)
    return grid.heads.flatMap((_, column) => endsOf(grid.rows[at]?.values[column]?.value, grid.rows[last]?.values[column]?.value))
  const from = grid.heads.findIndex(isYear)
  const to = grid.heads.findLastIndex((head) => yearNamed(head) !== null)
  const named = namedBy(tokensIn(sentence.text), grid.rows, (row) => namesOf(grid, row)).map(({ one }) => one)
  const rows = named.length > 0 ? named : grid.rows.filter(({ isTotal }) => isTotal || grid.rows.length === 1)
  return from === -1 || to <= from ? [] : rows.flatMap(({ values }) => endsOf(values[from]?.value, values[to]?.value))
} // prettier-ignore

const endsOf = (from: number | undefined, to: number | undefined): Ends[] =>
  from === undefined || to === undefined ? [] : [{ from, to }]

const fits = ({ from, to }: Ends, by: Quantity): boolean =>
  by.kind === 'count'
    ? isSame(Math.abs(to - from), by.value)
    : prints((Math.abs(to - from) / from) * 100, by.value, by.decimals)
