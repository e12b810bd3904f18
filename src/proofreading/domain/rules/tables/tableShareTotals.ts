import type { Grid, GridRow, Value } from '../../grid.ts'
import { PART } from '../../near.ts'
import { isSame, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** Shares of a whole that don't add up to it, and totals for which rounded shares were added up. */
export const tableShareTotals: Rule = (studied) =>
  studied.grids.flatMap((grid) => {
    const columns = grid.heads.flatMap((_, column) => ofColumn(grid, column) ?? [])
    const all = [...columns, ...grid.rows.flatMap((row) => ofRow(grid, row) ?? [])]
    // One for a row: its columns mostly have one cause.
    const first = new Map(all.toReversed().map((said) => [`${said.kind} ${said.at.start}`, said]))
    return [...first.values()].map((said) => located(studied, said))
  })

const MOST_UNITS_OFF = 12

function ofColumn(grid: Grid, column: number): Said | null {
  const isHeaded = /^(?:%|per\s?cent|share)/i.test(grid.heads[column] ?? '')
  const isShare = (value: Value | null | undefined) =>
    value?.unit === 'percent' || (isHeaded && value?.unit === 'count' && value.value < 2 * 100)
  const index = grid.rows.findIndex((row, at) => isTotal(grid, row, at) && isShare(row.values[column]))
  const row = grid.rows[index]
  const total = row?.values[column]
  if (!row || !total) return null
  const parts = grid.rows
    .slice(0, index)
    .filter((part) => part.block === row.block && !part.isTotal && !PART.test(part.label))
  const shares = parts.flatMap(({ values }) => (isShare(values[column]) ? (values[column] ?? []) : []))
  if (shares.length < 3 || shares.some(({ value }) => value > 100)) return null
  const sum = sumOf(shares.map(({ value }) => value))
  const decimals = Math.max(...shares.map((share) => share.decimals))
  const unit = 10 ** -decimals
  const most = (shares.filter(({ value }) => value > 0).length / 2) * unit
  // A share that is hidden or joined is not told: what is shown may come to less, and never to more.
  if (parts.some(({ values }) => !values[column]) && sum <= 100 + most + 1e-9) return null
  const computation = `${shares.map(({ value }) => shown(value)).join(' + ')} = ${rounded(sum, decimals)}%`
  const base = { at: row.row, place: grid.table.place, computation }
  if (isSame(total.value, 100)) {
    if (Math.abs(sum - 100) <= most + 1e-9 || Math.abs(sum - 100) > MOST_UNITS_OFF) return null
    const message = `The shares add up to ${rounded(sum, decimals)}%: more than rounding can put them off 100%.`
    return { ...base, kind: 'sum', message, expected: null, severity: 'error', confidence: 0.85 }
  }
  if (Math.abs(sum - 100) <= most + 1e-9 && !isSame(total.value, Number(sum.toFixed(6)))) {
    const message = `The shares add up to ${rounded(sum, decimals)}%, and their total is printed as ${shown(total.value)}%.`
    return { ...base, kind: 'sum', message, expected: '100%', severity: 'error', confidence: 0.9 }
  }
  if (!isSame(total.value, Number(sum.toFixed(6))) || Math.abs(total.value - 100) > 3) return null
  if (Math.abs(total.value - 100) <= most + 1e-9) {
    const message = `The total is printed as ${shown(total.value)}%, the sum of rounded shares: the whole is 100%.`
    return { ...base, kind: 'rounded-sum', message, expected: '100%', severity: 'warning', confidence: 0.9 }
  }
  const message = `The shares and their total come to ${shown(total.value)}%: some of the whole is missing, or counted twice.`
  return { ...base, kind: 'sum', message, expected: '100%', severity: 'warning', confidence: 0.8 }
}

/** A row of shares that ends in 100%. */
function ofRow(grid: Grid, row: GridRow): Said | null {
  const shares = row.values.flatMap((value) => (value?.unit === 'percent' ? [value] : []))
  const [total, ...parts] = shares.toReversed()
  if (!total || !isSame(total.value, 100) || parts.length < 3 || shares.length < row.values.length) return null
  const sum = sumOf(parts.map(({ value }) => value))
  const decimals = Math.max(...parts.map((share) => share.decimals))
  if (Math.abs(sum - 100) <= (parts.length / 2) * 10 ** -decimals + 1e-9 || Math.abs(sum - 100) > MOST_UNITS_OFF)
    return null
  const terms = parts.toReversed().map(({ value }) => shown(value))
  return {
    at: row.row,
    place: grid.table.place,
    kind: 'sum',
    message: `“${row.label}”: the shares add up to ${rounded(sum, decimals)}%: more than rounding can put them off 100%.`,
    computation: `${terms.join(' + ')} = ${rounded(sum, decimals)}%`,
    expected: null,
    severity: 'error',
    confidence: 0.85,
  }
}

const isTotal = (grid: Grid, row: GridRow, index: number): boolean =>
  row.isTotal || (row.label === '' && index === grid.rows.length - 1 && index > 1)
