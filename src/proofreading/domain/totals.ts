import type { GridRow } from './grid.ts'
import { isSame, sumOf } from './numbers.ts'

const FEWEST_ROWS = 4

/** The rows of a grid in which none is named a total, with the one that is: the last one without a name, or the one that has as much as all others. */
export function withTotal(rows: readonly GridRow[]): readonly GridRow[] {
  if (rows.length < FEWEST_ROWS || rows.some(({ isTotal }) => isTotal)) return rows
  const [first, last] = [rows[0], rows.at(-1)]
  const total = [last, first].find(
    (row) => row !== undefined && (isWithoutName(row, row === last) || isOfAll(row, rows)),
  )
  return total ? rows.map((row) => (row === total ? { ...row, isTotal: true } : row)) : rows
}

const isWithoutName = ({ label, values }: GridRow, isLast: boolean): boolean =>
  isLast && label === '' && values.some((value) => value?.unit === 'percent' && value.value === 100)

/** Whether each of its counts is the sum of the others of its column. */
function isOfAll(row: GridRow, rows: readonly GridRow[]): boolean {
  const columns = row.values.flatMap((value, at) =>
    value?.unit === 'count' && value.value > 0 ? [{ value: value.value, at }] : [],
  )
  const others = rows.filter((one) => one !== row)
  return (
    columns.length > 0 &&
    columns.every(({ value, at }) => {
      const parts = others.flatMap(({ values }) => (values[at]?.unit === 'count' ? [values[at].value] : []))
      return parts.length === others.length && isSame(sumOf(parts), value)
    })
  )
}
