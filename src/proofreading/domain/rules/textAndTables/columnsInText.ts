import type { Located } from '../../finding.ts'
import { type Grid, type GridRow, isTotalLabel, isYearLike } from '../../grid.ts'
import { gridsNear, namedBy, yearNamed } from '../../near.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `More than half are girls (276)`, where 276 is the total of boys: numbers told of another column than theirs. */
export const columnsInText: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'heading') return []
    return gridsNear(studied, sentence).flatMap((grid) => ofGrid(studied, grid, sentence))
  })

/** Numbers below this are in several columns by chance. */
const LEAST = 20

function ofGrid(studied: Studied, grid: Grid, sentence: Sentence): Located[] {
  const whole = grid.rows.find(({ isTotal }) => isTotal)
  const columns = grid.heads.flatMap((head, at) =>
    head !== '' && !isTotalLabel(head) && !isYearLike(head) && yearNamed(head) === null && !/%|change|rate/i.test(head)
      ? [{ head, at }]
      : [],
  )
  if (!whole || columns.length < 2) return []
  const counts = countsIn(sentence).filter((one) => one.value >= LEAST && !one.isApproximate)
  const [count, second] = counts
  const named = namedBy(tokensIn(sentence.text), columns, ({ head }) => [head])
  const [own, other] = named
  if (!count || second || !own || other) return []
  const is = (at: number, row: GridRow, one: Quantity) => isSame(row.values[at]?.value ?? NaN, one.value)
  if (grid.rows.some((row) => is(own.one.at, row, count))) return []
  const theirs = columns.find(({ at }) => at !== own.one.at && is(at, whole, count))
  const right = whole.values[own.one.at]
  // Shares have another total; `of the other 1,550` tells of a whole.
  if (!theirs || right?.unit !== 'count' || /\b(?:of|for|among) the (?:other )?$/i.test(before(sentence, count)))
    return []
  return [
    located(studied, {
      at: sentence,
      also: whole.row,
      place: sentence.passage.place,
      kind: 'text-table',
      message: `${count.text} is the total of “${theirs.head}” in ${grid.table.place}; that of “${own.one.head}” is ${shown(right.value)}.`,
      computation: `${theirs.head}: ${shown(count.value)}; ${own.one.head}: ${shown(right.value)}`,
      expected: shown(right.value),
      severity: 'error',
      confidence: 0.85,
    }),
  ]
}
