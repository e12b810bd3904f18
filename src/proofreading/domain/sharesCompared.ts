import type { Grid, GridRow } from './grid.ts'
import { shareColumns } from './near.ts'
import { type Token, labelIn, tokensIn } from './words/tokens.ts'

/** One of the things that a table sets beside each other, a row or a column, with its numbers in the order of the heads. */
export interface Line {
  name: string
  numbers: readonly (number | null)[]
}

/** Lines with what their numbers are of. */
export interface Lines {
  lines: readonly Line[]
  heads: readonly string[]
  /** Which of the heads are of percentages. */
  shares: readonly number[]
}

const OF_PERCENTAGES = /%|\b(?:per\s?cent|percentages?|proportions?|shares?)\b/i

/** The rows as lines; of the columns of percentages those that a sentence is about, where it is about any of them. */
export function linesOfRows(grid: Grid, rows: readonly GridRow[], columns: readonly number[]): Lines {
  const all = OF_PERCENTAGES.test(grid.table.caption ?? '') ? grid.heads.map((_, at) => at) : []
  const printed = shareColumns(grid)
  const shares = printed.length > 0 ? printed : all
  // `2022-23 share` goes with `2022-23`.
  const heads = columns.flatMap((at) => grid.heads[at] || [])
  const meant = shares.filter((at) => columns.includes(at) || heads.some((head) => grid.heads[at]?.includes(head)))
  return {
    lines: rows.map(({ label, values }) => ({ name: label, numbers: values.map((value) => value?.value ?? null) })),
    heads: grid.heads,
    shares: meant.length > 0 ? meant : shares,
  }
}

/** The columns as lines. */
export const linesOfColumns = (
  { rows }: Grid,
  columns: readonly { head: string; at: number }[],
  isShare: (row: GridRow) => boolean,
): Lines => ({
  lines: columns.map(({ head, at }) => ({ name: head, numbers: rows.map(({ values }) => values[at]?.value ?? null) })),
  heads: rows.map(({ label }) => label),
  shares: rows.flatMap((row, at) => (isShare(row) ? [at] : [])),
})

/** What a sentence says of the shares that it compares. */
export interface Asked {
  tokens: readonly Token[]
  /** `31 of 33`: the share of the line that it names. */
  own: { part: number; whole: number } | null
  /** `of the months with 10 reviews or more`. */
  fewest: number | null
}

interface Share {
  name: string
  value: number
}

/**
 * The shares that the lines may be compared by, each a percentage for each line: those of the part and the whole that the
 * sentence gives of the named line, else those printed, else those of two heads of which one is told to be the part. None
 * where it is not plain which.
 */
export function sharesOf({ lines, heads, shares }: Lines, named: string, asked: Asked): Share[][] {
  const line = lines.find(({ name }) => name === named)
  const { own, fewest } = asked
  const counts = heads.flatMap((_, at) => (shares.includes(at) ? [] : [at]))
  const pairs = counts.flatMap((part) =>
    counts.flatMap((whole) => (part !== whole && isPartOf(lines, part, whole) ? [{ part, whole }] : [])),
  )
  const told = own
    ? pairs.filter(({ part, whole }) => line?.numbers[part] === own.part && line.numbers[whole] === own.whole)
    : []
  const isNamed = (at: number) => labelIn(tokensIn(heads[at] ?? ''), asked.tokens) !== null
  if (told.length === 0 && shares.length > 0) {
    const meant = shares.some(isNamed) ? shares.filter(isNamed) : shares
    return fewest === null ? meant.map((at) => lines.flatMap(({ name, numbers }) => shareOf(name, numbers[at]))) : []
  }
  const meant = told.length > 0 ? told : pairs.filter(({ part }) => isNamed(part))
  return meant.map(({ part, whole }) =>
    lines.flatMap(({ name, numbers }) => {
      const [some, all] = [numbers[part] ?? null, numbers[whole] ?? null]
      return some === null || all === null || all === 0 || all < (fewest ?? 0) ? [] : shareOf(name, (some / all) * 100)
    }),
  )
}

const shareOf = (name: string, value: number | null | undefined): Share[] =>
  value === null || value === undefined ? [] : [{ name, value }]

/** Whether the one is never more than the other, and once less. */
function isPartOf(lines: readonly Line[], part: number, whole: number): boolean {
  const both = lines.flatMap(({ numbers }) => {
    const [some, all] = [numbers[part] ?? null, numbers[whole] ?? null]
    return some === null || all === null ? [] : [{ some, all }]
  })
  return both.length > 0 && both.every(({ some, all }) => some <= all) && both.some(({ some, all }) => some < all)
}
