import type { Grid, GridRow } from '../grid.ts'
import { isSame, rounded, shown, sumOf } from '../numbers.ts'
import { type Rule, type Said, located } from '../studied.ts'

/** Shares of a whole that don't add up to it, and totals for which rounded shares were added up. */
export const tableShareTotals: Rule = (studied) =>
  studied.grids.flatMap((grid) => {
    const all = grid.heads.flatMap((_, column) => ofColumn(grid, column) ?? [])
    // One for a row: its columns mostly have one cause.
    const first = new Map(all.toReversed().map((said) => [`${said.kind} ${said.at.start}`, said]))
    return [...first.values()].map((said) => located(studied, said))
  })

const MOST_UNITS_OFF = 12

function ofColumn(grid: Grid, column: number): Said | null {
  const index = grid.rows.findIndex((row, at) => isTotal(grid, row, at) && row.values[column]?.unit === 'percent')
  const row = grid.rows[index]
  const total = row?.values[column]
  if (!row || !total) return null
  const parts = grid.rows
    .slice(0, index)
    .filter((part) => part.block === row.block && !part.isTotal && part.values[column]?.unit === 'percent')
  const shares = parts.flatMap((part) => part.values[column] ?? [])
  if (shares.length < 3 || shares.some(({ value }) => value > 100)) return null
  const sum = sumOf(shares.map(({ value }) => value))
  const decimals = Math.max(...shares.map((share) => share.decimals))
  const unit = 10 ** -decimals
  const most = (shares.filter(({ value }) => value > 0).length / 2) * unit
  const computation = `${shares.map(({ value }) => shown(value)).join(' + ')} = ${rounded(sum, decimals)}%`
  const base = { at: row.row, place: grid.table.place, computation }
  if (isSame(total.value, 100)) {
    if (Math.abs(sum - 100) <= most + 1e-9 || Math.abs(sum - 100) > MOST_UNITS_OFF) return null
    const message = `The shares add up to ${rounded(sum, decimals)}%: more than rounding can put them off 100%.`
    return { ...base, kind: 'sum', message, expected: null, severity: 'error', confidence: 0.85 }
  }
  if (!isSame(total.value, Number(sum.toFixed(6))) || Math.abs(total.value - 100) > 3) return null
  if (Math.abs(total.value - 100) <= most + 1e-9) {
    const message = `The total is printed as ${shown(total.value)}%, the sum of rounded shares: the whole is 100%.`
    return { ...base, kind: 'rounded-sum', message, expected: '100%', severity: 'warning', confidence: 0.9 }
  }
  const message = `The shares and their total come to ${shown(total.value)}%: some of the whole is missing, or counted twice.`
  return { ...base, kind: 'sum', message, expected: '100%', severity: 'warning', confidence: 0.8 }
}

const isTotal = (grid: Grid, row: GridRow, index: number): boolean =>
  row.isTotal || (row.label === '' && index === grid.rows.length - 1 && index > 1)
