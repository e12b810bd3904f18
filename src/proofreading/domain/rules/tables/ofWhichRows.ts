import type { Grid, GridRow } from '../../grid.ts'
import { PART } from '../../near.ts'
import { isSame, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** Rows that are parts of the row above them, `of which in-house`, and together more than it, or nearly it by a slip. */
export const ofWhichRows: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    groupsOf(grid).flatMap(({ whole, parts }) =>
      grid.heads.flatMap((_, column) => {
        const said = wrongIn(grid, whole, parts, column)
        return said ? [located(studied, said)] : []
      }),
    ),
  )

interface Group {
  whole: GridRow
  parts: GridRow[]
}

/** Each row with the parts that follow it, where there are two or more. */
function groupsOf({ rows }: Grid): Group[] {
  const groups: Group[] = []
  let last: Group | null = null
  for (const row of rows) {
    if (!PART.test(row.label)) groups.push((last = { whole: row, parts: [] }))
    else last?.parts.push(row)
  }
  return groups.filter(({ parts }) => parts.length >= 2)
}

function wrongIn(grid: Grid, whole: GridRow, parts: readonly GridRow[], column: number): Said | null {
  const total = whole.values[column]
  const values = parts.flatMap(({ values: { [column]: value } }) => (value?.unit === 'count' ? [value.value] : []))
  if (total?.unit !== 'count' || total.decimals > 0 || values.length < parts.length) return null
  const sum = sumOf(values)
  if (isSame(sum, total.value)) return null
  const isOther = (at: number) => {
    const other = whole.values[at]?.value
    const all = parts.map((row) => row.values[at]?.value ?? NaN)
    return at !== column && other !== undefined && isSame(sumOf(all), other)
  }
  // Parts need not be all; where they are in another column, or a slip made them fewer, they are.
  const isWhole = grid.heads.some((_, at) => isOther(at)) || values.some((value) => isTurned(value, sum, total.value))
  // Each may be of all by itself: those with a disability, those from abroad.
  if (!isWhole && (sum < total.value || values.length < 3 || sum > total.value * MOST_OVER)) return null
  return {
    at: whole.row,
    also: parts[0]?.row ?? null,
    place: grid.table.place,
    kind: 'sum',
    message: `The parts of “${whole.label}” add up to ${shown(sum)}, and it is printed as ${shown(total.value)}.`,
    computation: `${values.map((value) => shown(value)).join(' + ')} = ${shown(sum)}`,
    expected: shown(sum),
    severity: isWhole ? 'error' : 'warning',
    confidence: isWhole ? 0.9 : 0.8,
  }
}

const MOST_OVER = 1.2

const digitsOf = (value: number): string => Array.from(String(value)).toSorted().join('')

/** Whether the parts would add up with the digits of this one in another order. */
const isTurned = (value: number, sum: number, total: number): boolean => {
  const right = total - (sum - value)
  return right >= 10 && digitsOf(right) === digitsOf(value)
}
