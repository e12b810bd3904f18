import { type Grid, type GridRow, type Value, isYearLike } from '../../grid.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { between } from '../../words/around.ts'
import { startOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'

/** `from 119 in March 2009 to 288 in March 2014`: one end is a cell of a row, the other is not. */
export const seriesInText: Rule = (studied) => {
  return studied.sentences.flatMap((sentence) => {
    const series = seriesIn(sentence)
    if (!series) return []
    const words = new Set(stems(sentence.text))
    const found = studied.grids.flatMap((grid) => grid.rows.flatMap((row) => endsIn(grid, row, series, words) ?? []))
    const [only] = found
    if (!only || found.some(({ isRight }) => isRight) || found.length > 1) return []
    return [
      located(studied, {
        at: sentence,
        also: only.row.row,
        place: sentence.passage.place,
        kind: 'text-table',
        message: `${only.said.text} (${only.year}) is ${shown(only.value.value)} in the row “${only.row.label}”, whose other number fits.`,
        computation: `${only.said.text} against ${only.value.cell.text.trim()}`,
        expected: only.value.cell.text.trim(),
        severity: 'error',
        confidence: 0.87,
      }),
    ]
  })
}

interface End {
  said: Quantity
  year: string
}

function seriesIn(sentence: Sentence): [End, End] | null {
  const { quantities } = sentence
  const ends = quantities.flatMap((said, at): End[] => {
    const next = quantities[at + 1]
    const third = quantities[at + 2]
    if (said.kind !== 'count' && said.kind !== 'percent') return []
    const isTime = (one: Quantity | undefined) => one !== undefined && ['date', 'period', 'year'].includes(one.kind)
    if (next && isTime(next) && /^\s*(?:in|at|on|\()\s*$/.test(between(sentence, said, next)))
      return [{ said, year: next.text }]
    return next?.kind === 'percent' &&
      third &&
      isTime(third) &&
      /^\)?\s*(?:in|at|on)\s*$/.test(between(sentence, next, third))
      ? [{ said, year: third.text }]
      : []
  })
  const [first, second] = ends
  return first &&
    second &&
    ends.length === 2 &&
    first.said.kind === second.said.kind &&
    !first.said.isApproximate &&
    !second.said.isApproximate
    ? [first, second]
    : null
}

function endsIn(
  grid: Grid,
  row: GridRow,
  series: readonly [End, End],
  words: ReadonlySet<string>,
): { row: GridRow; said: Quantity; year: string; value: Value; isRight: boolean } | null {
  if (!stems(row.label).some((word) => words.has(word) && word !== 'child')) return null
  const valueAt = ({ year }: End) => {
    const start = startOf(year)
    const column = grid.heads.findIndex((head) => isYearLike(head) && start !== null && startOf(head) === start)
    return row.values[column] ?? null
  }
  const values = series.map(valueAt)
  const [one, other] = values
  if (!one || !other || (one.unit === 'percent') !== (series[0].said.kind === 'percent')) return null
  const isOneRight = isSame(one.value, series[0].said.value)
  const isOtherRight = isSame(other.value, series[1].said.value)
  if (isOneRight && isOtherRight) return { row, said: series[0].said, year: series[0].year, value: one, isRight: true }
  if (isOneRight) return { row, said: series[1].said, year: series[1].year, value: other, isRight: false }
  return isOtherRight ? { row, said: series[0].said, year: series[0].year, value: one, isRight: false } : null
}
