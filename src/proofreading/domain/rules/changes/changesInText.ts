import type { Located } from '../../finding.ts'
import { isYearLike } from '../../grid.ts'
import { gridsNear, namedBy, namesOf, partsOf, shareColumns, yearNamed } from '../../near.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { changesIn } from '../../words/changes.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `fell from 27 to 25`, of a row that has the one number and not the other. */
export const changesInText: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'heading') return []
    const words = tokensIn(sentence.text)
    return changesIn(sentence).flatMap(({ from, to, byCount, direction }): Located[] => {
      const by = from && !to && byCount && direction ? wrongBy(studied, sentence, from, byCount, direction) : null
      if (by) return [by]
      if (!from || !to || from.isApproximate || to.isApproximate) return []
      const rows = gridsNear(studied, sentence).flatMap((grid) => {
        const found = namedBy(words, partsOf(grid), (row) => namesOf(grid, row))
        const years = grid.heads.filter((head) => isYearLike(head) || yearNamed(head) !== null).length
        // A table that has shares of one year alone does not have the old one.
        const hasShares = from.kind !== 'percent' || shareColumns(grid).length !== 1
        return found.length === 1 && years >= 2 && hasShares ? found.map(({ one }) => ({ grid, row: one })) : []
      })
      const has = ({ row }: (typeof rows)[number], value: number) =>
        row.values.some((cell) => cell !== null && isSame(cell.value, value))
      if (rows.some((one) => has(one, from.value) && has(one, to.value))) return []
      const only = rows.find((one) => has(one, from.value) !== has(one, to.value))
      if (!only || rows.length > 1) return []
      const wrong = has(only, from.value) ? to : from
      const values = only.row.values.flatMap((cell) => (cell ? [shown(cell.value)] : []))
      return [
        located(studied, {
          at: sentence,
          also: only.row.row,
          place: sentence.passage.place,
          kind: 'text-table',
          message: `${wrong.text} is not among the numbers of “${only.row.label}” in ${only.grid.table.place}, and the other number is.`,
          computation: `${wrong.text} against ${values.join(', ')}`,
          expected: null,
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    })
  })

/** `up by six on last year (60)`, where the one row near it that has the old number has no number so much above it. */
function wrongBy(
  studied: Studied,
  sentence: Sentence,
  from: Quantity,
  by: Quantity,
  direction: 1 | -1,
): Located | null {
  if (from.isApproximate || by.isApproximate || from.value < LEAST_OF_ROW) return null
  const rows = gridsNear(studied, sentence).flatMap(({ table, rows: all, heads }) =>
    heads.filter((head) => isYearLike(head) || yearNamed(head) !== null).length < 2
      ? []
      : all
          .filter(({ values }) => values.some((cell) => cell !== null && isSame(cell.value, from.value)))
          .map((row) => ({ table, row })),
  )
  const [only, other] = rows
  const right = from.value + direction * by.value
  if (isTold(studied, sentence, right, roomOf(from))) return null
  if (!only || other || only.row.values.some((cell) => cell !== null && Math.abs(cell.value - right) <= roomOf(from)))
    return null
  const values = only.row.values.flatMap((cell) => (cell ? [shown(cell.value)] : []))
  return located(studied, {
    at: sentence,
    also: only.row.row,
    place: sentence.passage.place,
    kind: 'growth',
    message: `${by.text} ${direction > 0 ? 'more' : 'fewer'} than ${from.text} would be ${shown(right)}, which “${only.row.label}” in ${only.table.place} does not have.`,
    computation: `${shown(from.value)} ${direction > 0 ? '+' : '-'} ${shown(by.value)} = ${shown(right)}, against ${values.join(', ')}`,
    expected: null,
    severity: 'error',
    confidence: 0.83,
  })
}

/** Whether a sentence beside it tells the new number itself: what changed is not what the row is of. */
const isTold = ({ contexts }: Studied, sentence: Sentence, right: number, room: number): boolean =>
  contexts.some(
    (context) =>
      context.includes(sentence) &&
      context.some(({ quantities }) => quantities.some(({ value }) => Math.abs(value - right) <= room)),
  )

/** Differences may have been worked out before their numbers were rounded. */
const roomOf = ({ decimals }: Quantity): number => (decimals > 0 ? 10 ** -decimals : 0) + 1e-9

/** Smaller numbers stand in rows by chance. */
const LEAST_OF_ROW = 20
