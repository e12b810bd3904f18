import type { Located } from '../../finding.ts'
import type { Grid, GridRow, Value } from '../../grid.ts'
import { yearNamed } from '../../near.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** Columns of changes that don't match the two columns they are changes between. */
export const tableChanges: Rule = (studied) => [...betweenColumns(studied), ...betweenRows(studied), ...inRows(studied)]

const betweenColumns: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    grid.heads.flatMap((head, column): Located[] =>
      CHANGE_HEAD.test(head) && column >= 2 ? ofColumn(grid, column).map((said) => located(studied, said)) : [],
    ),
  )

const CHANGE_HEAD = /\b(?:change|difference|variance|movement|increase|decrease)\b|\+\/-/i
const FEWEST_STEPS = 3

/** Rows of changes from one column to the next, where the columns are years: `Change on the year before | | +34 | -15`. */
const inRows: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    grid.heads.filter((head) => yearNamed(head) === null).length > 0
      ? []
      : grid.rows
          .filter(({ label }) => CHANGE_HEAD.test(label))
          .flatMap((row) => ofRow(grid, row).map((said) => located(studied, said))),
  )

function ofRow(grid: Grid, row: GridRow): Said[] {
  const best = grid.rows
    .filter((one) => one !== row && !CHANGE_HEAD.test(one.label))
    .map((base) => stepsAcross(base, row))
    .toSorted((a, b) => b.filter((one) => isFit(one, 1)).length - a.filter((one) => isFit(one, 1)).length)[0]
  const right = best?.filter((one) => isFit(one, 1)).length ?? 0
  if (!best || best.length < FEWEST_STEPS || right < best.length * 0.6) return []
  return best.flatMap((one) => wrongIn(grid, one, 1) ?? [])
}

const stepsAcross = (base: GridRow, row: GridRow): Changed[] =>
  base.values.slice(1).flatMap((newer, at): Changed[] => {
    const [older, change] = [base.values[at], row.values[at + 1]]
    return older && newer && change && older.unit === newer.unit ? [{ row, older, newer, change }] : []
  })

/** Changes from one row to the next, where the rows are years: `2022 | 319 | +7`. */
const betweenRows: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    grid.heads.flatMap((head, column): Located[] => {
      if (
        !/\b(?:change|difference|increase|decrease|movement)\b|\+\/-/i.test(head) ||
        grid.rows.some(({ label }) => yearNamed(label) === null)
      )
        return []
      const best = grid.heads
        .map((_, at) => stepsOf(grid, at, column))
        .toSorted((a, b) => b.filter(({ isRight }) => isRight).length - a.filter(({ isRight }) => isRight).length)[0]
      const right = best?.filter(({ isRight }) => isRight).length ?? 0
      if (!best || best.length < FEWEST_STEPS || right < best.length * 0.6) return []
      return best
        .filter(({ isRight }) => !isRight)
        .map(({ row, older, newer, change }) =>
          located(studied, {
            at: row.row,
            place: grid.table.place,
            kind: 'growth',
            message: `“${row.label}”: the change is ${shown(newer.value - older.value)}, not ${change.cell.text.trim()}.`,
            computation: `${shown(newer.value)} - ${shown(older.value)} = ${shown(newer.value - older.value)}`,
            expected: shown(newer.value - older.value),
            severity: 'error',
            confidence: 0.9,
          }),
        )
    }),
  )

function stepsOf(grid: Grid, at: number, column: number): (Changed & { isRight: boolean })[] {
  if (at === column) return []
  return grid.rows.slice(1).flatMap((row, index) => {
    const [older, newer, change] = [grid.rows[index]?.values[at], row.values[at], row.values[column]]
    if (!older || !newer || !change || older.unit !== newer.unit) return []
    const one = { row, older, newer, change }
    return [{ ...one, isRight: isFit(one, 1) }]
  })
}

function ofColumn(grid: Grid, column: number): Said[] {
  const nearest = grid.rows.flatMap((row) => {
    const [older, newer] = row.values
      .slice(0, column)
      .filter((value) => value !== null)
      .slice(-2)
    const change = row.values[column]
    return change && older && newer && older.unit === newer.unit ? [{ row, older, newer, change }] : []
  })
  const fits = (all: readonly Changed[]) => all.filter((one) => isFit(one, 1)).length
  // `2024 | % | 2025 | % | Change in points`: between columns with others of another kind between them.
  const [other] = fits(nearest) >= nearest.length / 2 ? [] : pairsOf(grid, column).toSorted((a, b) => fits(b) - fits(a))
  const rows = other && fits(other) >= FEWEST_STEPS && fits(other) > fits(nearest) ? other : nearest
  const fitting = fits(rows)
  const turned = rows.filter((one) => isFit(one, -1)).length
  const sign = turned > fitting ? -1 : 1
  if (Math.max(fitting, turned) < Math.max(1, rows.length / 2)) return []
  return [...rows.flatMap((one) => wrongIn(grid, one, sign) ?? []), ...turnedRound(grid, rows, sign)]
}

/** What a column of changes may be between: each two columns before it. */
const pairsOf = (grid: Grid, column: number): Changed[][] =>
  Array.from({ length: column }, (_, to) => to).flatMap((to) =>
    Array.from({ length: to }, (_, from) =>
      grid.rows.flatMap((row): Changed[] => {
        const [older, newer, change] = [row.values[from], row.values[to], row.values[column]]
        return older && newer && change && older.unit === newer.unit ? [{ row, older, newer, change }] : []
      }),
    ),
  )

/** A rise printed as a fall, in a column whose other changes all have their signs. */
function turnedRound(grid: Grid, rows: readonly Changed[], sign: 1 | -1): Said[] {
  const signed = rows.filter((one) => /^\s*[-+]/.test(one.change.cell.text) && isFit(one, sign))
  const turned = signed.filter((one) => changeOf(one, sign) * one.change.value < 0)
  const [one] = turned
  if (!one || turned.length > 1 || signed.length < rows.length || signed.length < 4) return []
  const text = one.change.cell.text.trim()
  const expected = `${changeOf(one, sign) < 0 ? '-' : '+'}${text.slice(1)}`
  const message = `“${one.row.label}”: the change is ${expected}, not ${text}.`
  return [
    {
      at: one.row.row,
      place: grid.table.place,
      kind: 'growth',
      message,
      computation: `${shown(one.newer.value)} - ${shown(one.older.value)} = ${shown(one.newer.value - one.older.value)}`,
      expected,
      severity: 'error',
      confidence: 0.9,
    },
  ]
}

interface Changed {
  row: GridRow
  older: Value
  newer: Value
  change: Value
}

const changeOf = ({ older, newer }: Changed, sign: 1 | -1): number => (newer.value - older.value) * sign

/** Whether the change is right, in numbers or in per cent; some tables print it without its sign. */
function isFit(one: Changed, sign: 1 | -1): boolean {
  const exact = changeOf(one, sign)
  const from = sign === 1 ? one.older.value : one.newer.value
  // The change may have been worked out before its numbers were rounded.
  const isRounded =
    one.older.unit !== 'count' ||
    one.older.decimals > 0 ||
    /\b(?:for each|per|average|mean|rate)\b/i.test(one.row.label)
  const room = isRounded ? 10 ** -Math.max(one.change.decimals, one.older.decimals) + 1e-9 : 0
  if (isRounded && Math.abs(Math.abs(exact) - Math.abs(one.change.value)) <= room) return true
  const fits = (value: number) =>
    prints(value, one.change.value, one.change.decimals) ||
    prints(Math.abs(value), one.change.value, one.change.decimals)
  return fits(exact) || (one.change.unit === 'percent' && from > 0 && fits((exact / from) * 100))
}

function wrongIn(grid: Grid, one: Changed, sign: 1 | -1): Said | null {
  const exact = changeOf(one, sign)
  const { row, older, newer, change } = one
  const base = {
    at: row.row,
    place: grid.table.place,
    computation: `${shown(newer.value)} - ${shown(older.value)} = ${shown(newer.value - older.value)}`,
  }
  const isOfPercents = older.unit === 'percent'
  if (isFit(one, sign)) {
    const isUnit =
      isOfPercents &&
      change.unit === 'percent' &&
      Math.abs(Math.abs(exact) - Math.abs(change.value)) <= 10 ** -Math.max(change.decimals, older.decimals) + 1e-9 &&
      grid.rows.some(({ values }) => values.some((value) => value?.unit === 'points'))
    if (!isUnit) return null
    const expected = `${shown(exact)} percentage points`
    return {
      ...base,
      kind: 'unit',
      message: `“${row.label}”: the difference of two percentages is ${expected}, not ${change.cell.text.trim()}.`,
      expected,
      severity: 'warning',
      confidence: 0.88,
    }
  }
  const from = sign === 1 ? older.value : newer.value
  const isShare = change.unit === 'percent' && !isOfPercents && from > 0
  const expected = isShare ? `${rounded((exact / from) * 100, change.decimals)}%` : shown(exact)
  return {
    ...base,
    kind: 'growth',
    message: `“${row.label}”: the change is ${expected}, not ${change.cell.text.trim()}.`,
    expected,
    severity: 'error',
    confidence: 0.93,
  }
}
