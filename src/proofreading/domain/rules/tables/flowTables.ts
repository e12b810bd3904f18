import type { Grid, GridRow } from '../../grid.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** Tables of who came and who left: how many there were before, and came, less those who left, are how many there are at the end. */
export const flowTables: Rule = (studied) =>
  studied.grids.flatMap((grid) => [...downRows(grid), ...downColumns(grid)].map((said) => located(studied, said)))

const START = /\b(?:at (?:the )?(?:start|beginning)|opening|start of|beginning of|brought forward)\b/i
const CAME =
  /\b(?:enter\w*|came|coming in|start(?:ed|ing|ers)?|became|new|joined|admission\w*|admitted|opened|in flow|inflow|received|referred)\b/i
const WENT = /\b(?:left|leav\w*|ceas\w*|exit\w*|discharg\w*|closed|out flow|outflow|ended)\b/i
const END =
  /\b(?:at (?:the )?(?:end|close)|closing|end of|in care at|open at|at (?:month|quarter|year)[- ]end|at (?:the )?31(?:st)? march|carried forward|number at)\b/i

/** The one label of several that fits; null where none does, or more. */
function only(labels: readonly string[], form: RegExp, ...not: RegExp[]): number | null {
  const found = labels.flatMap((label, at) => (form.test(label) && !not.some((one) => one.test(label)) ? [at] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

interface Roles {
  start: number | null
  came: number
  went: number
  end: number
}

function rolesIn(labels: readonly string[]): Roles | null {
  const bare = labels.map((label) => label.replace(/\bchildren (?:looked after|in care)\b/i, 'children'))
  const start = only(bare, START)
  const end = only(bare, END, START)
  const came = only(bare, CAME, START, END)
  const went = only(bare, WENT, START, END)
  return end === null || came === null || went === null ? null : { start, came, went, end }
}

interface Balance {
  before: number
  came: number
  went: number
  end: number
  isRight: boolean
  label: string
  row: GridRow
}

const balance = (before: number, came: number, went: number, end: number, label: string, row: GridRow): Balance => ({
  before,
  came,
  went,
  end,
  isRight: isSame(before + came - went, end),
  label,
  row,
})

/** Rows that are quarters, months or years, with a column for each of who came, left and was there at the end. */
function downRows(grid: Grid): Said[] {
  const roles = rolesIn(grid.heads)
  if (!roles) return []
  const rows = grid.rows.filter(({ isTotal }) => !isTotal)
  const at = (row: GridRow | undefined, column: number | null) =>
    column === null ? undefined : row?.values[column]?.value
  const balances = rows.flatMap((row, index) => {
    const before = at(row, roles.start) ?? at(rows[index - 1], roles.end)
    const [came, went, end] = [at(row, roles.came), at(row, roles.went), at(row, roles.end)]
    return before === undefined || came === undefined || went === undefined || end === undefined
      ? []
      : [balance(before, came, went, end, row.label, row)]
  })
  return saidOf(grid, balances)
}

/** Rows of who was there at the start, came, left and was there at the end, with a column for each year. */
function downColumns(grid: Grid): Said[] {
  const roles = rolesIn(grid.rows.map(({ label }) => label))
  if (roles?.start == null) return []
  const [first, came, went, last] = [roles.start, roles.came, roles.went, roles.end].map((at) => grid.rows[at])
  if (!first || !came || !went || !last) return []
  const balances = grid.heads.flatMap((head, at) => {
    const values = [first, came, went, last].map((row) => row.values[at]?.value)
    const [before, entered, left, end] = values
    return before === undefined || entered === undefined || left === undefined || end === undefined
      ? []
      : [balance(before, entered, left, end, head, last)]
  })
  return saidOf(grid, balances)
}

/** Those that don't fit, where the table is meant so: most others fit, or all but what one number makes wrong. */
function saidOf(grid: Grid, balances: readonly Balance[]): Said[] {
  const wrong = balances.filter(({ isRight }) => !isRight)
  const right = balances.length - wrong.length
  const offs = wrong.map(({ before, came, went, end }) => before + came - went - end)
  const isOneNumber = wrong.length === 2 && isSame((offs[0] ?? 0) + (offs[1] ?? 0), 0)
  if (right === 0 || (wrong.length > 1 && !isOneNumber) || right < wrong.length - 1) return []
  return wrong.slice(0, 1).map(({ before, came, went, end, label, row }): Said => {
    const exact = before + came - went
    return {
      at: row.row,
      place: grid.table.place,
      kind: 'sum',
      message: `“${label}”: ${shown(before)}, ${shown(came)} more and ${shown(went)} fewer make ${shown(exact)}, not ${shown(end)}.`,
      computation: `${shown(before)} + ${shown(came)} - ${shown(went)} = ${shown(exact)}`,
      expected: shown(exact),
      severity: 'error',
      confidence: 0.9,
    }
  })
}
