import { type Grid, type GridRow } from '../../grid.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** Columns that are one column divided by another, `Cases per FTE` or a rate, in every row but one. */
export const tableQuotients: Rule = (studied) =>
  studied.grids.flatMap((grid) => {
    const said = wrongIn(grid)
    return said === null ? [] : [located(studied, said)]
  })

/** Of one, of a thousand, of ten thousand. */
const FACTORS = [1, 1_000, 10_000]
const FEWEST = 3
/** More columns make no table of rates. */
const MOST_COLUMNS = 12
const PER = /\b(?:per|rate|each|average|caseload|ratio)\b/i

function wrongIn(grid: Grid): Said | null {
  const columns = grid.heads.map((_, at) => at)
  if (columns.length < 3 || columns.length > MOST_COLUMNS) return null
  for (const result of columns) {
    if (!PER.test(grid.heads[result] ?? '')) continue
    for (const part of columns)
      for (const whole of columns)
        for (const factor of FACTORS) {
          if (new Set([result, part, whole]).size < 3) continue
          const rows = grid.rows.filter((row) => [result, part, whole].every((at) => row.values[at]))
          const wrong = rows.filter((row) => !isFit(row, result, part, whole, factor))
          const [odd, other] = wrong
          // Of three rows two must fit by a factor that nothing else has.
          if (rows.length < FEWEST || !odd || other || rows.length - 1 < (factor === 1 ? FEWEST : 2)) continue
          return saidOf(grid, odd, result, part, whole, factor)
        }
  }
  return null
}

const quotient = ({ values }: GridRow, part: number, whole: number, factor: number): number =>
  ((values[part]?.value ?? NaN) / (values[whole]?.value ?? NaN)) * factor

function isFit(row: GridRow, result: number, part: number, whole: number, factor: number): boolean {
  const printed = row.values[result]
  return printed ? prints(quotient(row, part, whole, factor), printed.value, printed.decimals) : false
}

function saidOf(grid: Grid, row: GridRow, result: number, part: number, whole: number, factor: number): Said {
  const printed = row.values[result]
  const exact = quotient(row, part, whole, factor)
  const decimals = printed?.decimals ?? 0
  const words = `${shown(row.values[part]?.value ?? NaN)} / ${shown(row.values[whole]?.value ?? NaN)}${factor === 1 ? '' : ` x ${shown(factor)}`}`
  return {
    at: row.row,
    place: grid.table.place,
    kind: factor === 1 ? 'ratio' : 'rate-count',
    message: `“${grid.heads[result] ?? ''}” of “${row.label}” is ${rounded(exact, decimals)} by its own row, not ${printed?.cell.text.trim() ?? ''}.`,
    computation: `${words} = ${rounded(exact, decimals + 2)}`,
    expected: rounded(exact, decimals),
    severity: 'error',
    confidence: 0.88,
  }
}
