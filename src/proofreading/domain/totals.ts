import { isSame, sumOf } from './numbers.ts'

const FEWEST_ROWS = 4

interface RowOfNumbers {
  label: string
  values: readonly ({ value: number; unit: string } | null)[]
  isTotal: boolean
}

/** Where in a table none of whose rows is named a total the one stands that is: the last one without a name, or the one that has as much as all others. */
export function placeOfTotal(rows: readonly RowOfNumbers[]): number | null {
  if (rows.length < FEWEST_ROWS || rows.some(({ isTotal }) => isTotal)) return null
  const [first, last] = [0, rows.length - 1]
  const isTotal = (place: number) => {
    const row = rows[place]
    return row !== undefined && (isWithoutName(row, place === last) || isOfAll(row, rows))
  }
  return [last, first].find(isTotal) ?? null
}

const isWithoutName = ({ label, values }: RowOfNumbers, isLast: boolean): boolean =>
  isLast && label === '' && values.some((value) => value?.unit === 'percent' && value.value === 100)

/** Whether each of its counts is the sum of the others of its column. */
function isOfAll(row: RowOfNumbers, rows: readonly RowOfNumbers[]): boolean {
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
