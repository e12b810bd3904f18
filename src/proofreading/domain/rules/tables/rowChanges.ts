import type { Located } from '../../finding.ts'
import type { Grid, GridRow } from '../../grid.ts'
import { gridsNear, lastTwoYears, looselyNamed, partsOf, yearNamed } from '../../near.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, type Studied, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'
import { type SizedChange, sizedChangesIn } from '../../words/sizedChanges.ts'

/** `Compliments rose by eight, or 12%`, `75 were started, 17 more than in 2024-25`: changes of a row of a table of years. */
export const rowChanges: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    return [...byVerb(studied, sentence), ...moreThanIn(studied, sentence)].map((wrong) =>
      located(studied, { ...wrong, at: sentence, place: sentence.passage.place, kind: 'growth', severity: 'error' }),
    )
  })

type Wrong = Pick<Said, 'also' | 'message' | 'computation' | 'expected' | 'confidence'>

interface Named {
  grid: Grid
  row: GridRow
}

function byVerb(studied: Studied, sentence: Sentence): Wrong[] {
  const isOfTimes = TIME.test(sentence.text)
  return sizedChangesIn(sentence, studied.period?.startYear ?? 0).flatMap((change): Wrong[] => {
    if (change.by.isApproximate) return []
    const [only, other] = rowsNamed(studied, sentence, change.subject)
    if (!only || other) return []
    const pairs = pairsFor(only.grid, change, isOfTimes)
    // `rose by 28.9 points in share and by 133% in number`: of two columns.
    const isOfTwo = sentence.quantities.some(({ kind }) => kind === 'points')
    return [change.by, ...(change.share ? [change.share] : [])]
      .filter(({ kind }) => !isOfTwo || kind === 'points')
      .flatMap((one) => {
        const wrong = pairs.map((pair) => wrongBy(only, pair, one))
        return wrong.includes(null) ? [] : wrong.slice(0, 1).flatMap((each) => each ?? [])
      })
  })
}

/** Words by which a change may be one of another time than the last. */
const TIME = /\b(?:last year|year before|those years|these years|that year|previous|(?:19|20)\d{2})\b/i

/** The columns that a change may be between: those of its years, else the last two; where the sentence tells of other times any two. */
function pairsFor(grid: Grid, { years }: SizedChange, isOfTimes: boolean): [number, number][] {
  const columns = grid.heads.flatMap((head, at) => (yearNamed(head) === null ? [] : [{ at, year: yearNamed(head) }]))
  if (years) {
    const [from, to] = years.map((year) => columns.find((one) => one.year === year)?.at)
    return from === undefined || to === undefined ? [] : [[from, to]]
  }
  const last = lastTwoYears(grid)
  if (!last) return []
  const others = isOfTimes
    ? columns.flatMap(({ at: from }, index) =>
        columns.slice(index + 1).map(({ at: to }): [number, number] => [from, to]),
      )
    : []
  return [last, ...others]
}

const OF_ALL = /\b(?:all|total|overall|altogether|in all)\b/i
const isOfCaption = ({ table }: Grid, words: string): boolean => {
  const own = stems(table.caption ?? '')
  return stems(words).some((word) => own.includes(word))
}

const rowsNamed = (studied: Studied, sentence: Sentence, words: string): Named[] =>
  gridsNear(studied, sentence).flatMap((grid) => {
    const labelOf = ({ label }: GridRow) => label.replaceAll(/\b(?:total|reviews?|children)\b/gi, '')
    if (!lastTwoYears(grid)) return []
    const named = looselyNamed(words, partsOf(grid), labelOf).map(({ one }) => ({ grid, row: one }))
    const all = grid.rows.filter(({ isTotal }) => isTotal).map((row) => ({ grid, row }))
    return named.length === 0 && OF_ALL.test(words) && isOfCaption(grid, words) ? all : named
  })

function wrongBy({ grid, row }: Named, [from, to]: readonly [number, number], by: Quantity): Wrong | null {
  const [older, newer] = [row.values[from], row.values[to]]
  if (!older || !newer || older.unit !== newer.unit || older.value <= 0) return null
  const isOfShares = older.unit === 'percent' || /%|per\s?cent/i.test(row.label)
  if (by.kind === 'points' && !isOfShares) return null
  const change = Math.abs(newer.value - older.value)
  const share = (change / older.value) * 100
  const room = isOfShares ? 10 ** -Math.max(older.decimals, by.decimals) + 1e-9 : 0
  const isShare = by.kind === 'percent' && prints(share, by.value, by.decimals)
  const isDifference = (by.kind === 'count' || isOfShares) && prints(change, by.value, by.decimals)
  if (isShare || isDifference || (isOfShares && Math.abs(change - by.value) <= room)) return null
  const expected = isOfShares
    ? `${rounded(change, Math.max(by.decimals, older.decimals))} percentage points`
    : by.kind === 'percent'
      ? `${rounded(share, by.decimals)}%`
      : shown(change)
  return {
    also: row.row,
    message: `“${row.label}” went from ${older.cell.text.trim()} to ${newer.cell.text.trim()} in ${grid.table.place}: by ${expected}, not ${by.text}.`,
    computation: `${shown(newer.value)} - ${shown(older.value)} = ${shown(newer.value - older.value)}`,
    expected,
    confidence: 0.85,
  }
}

const MORE_THAN_IN =
  /\b(\d{1,3}(?:,\d{3})*|[a-z-]+) (?:more|fewer) than in ((?:19|20)\d{2}\s?[-/]\s?\d{2,4})(?!\s*(?:\(|:|,? when))/i
/** Smaller numbers are in many rows. */
const LEAST = 20

/** The one row that has the new number, and the old one in its year. */
function moreThanIn(studied: Studied, sentence: Sentence): Wrong[] {
  const [, words = '', period = ''] = MORE_THAN_IN.exec(sentence.text) ?? []
  const by = sentence.quantities.find(({ kind, text }) => kind === 'count' && text === words)
  const to = sentence.quantities.find(({ kind, start }) => kind === 'count' && by !== undefined && start < by.start)
  const year = startOf(period)
  if (!by || !to || year === null || to.value < LEAST || by.isApproximate) return []
  const rows = studied.grids.flatMap((grid) => {
    const old = grid.heads.findIndex((head) => yearNamed(head) === year)
    return grid.rows.flatMap((row) => {
      const older = row.values[old]
      const isOwn = row.values.some((value, at) => {
        const named = yearNamed(grid.heads[at] ?? '')
        return value !== null && named !== null && named > year && isSame(value.value, to.value)
      })
      return older && isOwn ? [{ row, older, grid }] : []
    })
  })
  const [only, other] = rows
  const exact = only ? Math.abs(to.value - only.older.value) : by.value
  if (!only || other || isSame(exact, by.value)) return []
  // `fell from 84 to 61, but are still 14 more than in 2021-22`: of another number of the row.
  if (only.row.values.some((value) => value && isSame(Math.abs(value.value - only.older.value), by.value))) return []
  return [
    {
      also: only.row.row,
      message: `“${only.row.label}” went from ${only.older.cell.text.trim()} to ${to.text} in ${only.grid.table.place}: by ${shown(exact)}, not ${by.text}.`,
      computation: `${shown(to.value)} - ${shown(only.older.value)} = ${shown(to.value - only.older.value)}`,
      expected: shown(exact),
      confidence: 0.84,
    },
  ]
}
