import { type Grid, type GridRow, type Value, isTotalLabel } from '../../grid.ts'
import { PART } from '../../near.ts'
import { isSame, shown, sumOf } from '../../numbers.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** A total that is not the sum of its parts. */
interface Mismatch {
  row: number
  column: number
  total: Value
  sum: number
  parts: readonly number[]
  /** How sure it is that the total is meant to be their sum. */
  confidence: number
}

/** Totals of rows and columns that are not the sums of their parts. */
export const tableSums: Rule = (studied) =>
  studied.grids.flatMap((grid) => sumsOf(grid).map((said) => located(studied, said)))

function sumsOf(grid: Grid): Said[] {
  const down = columnMismatches(grid)
  const across = rowMismatches(grid)
  const said: Said[] = []
  const explained = new Set<Mismatch>()
  for (const row of across) {
    const column = down.find((one) => !explained.has(one) && rightAtCrossing(row, one) !== null)
    const right = column && rightAtCrossing(row, column)
    const cell = column && grid.rows[row.row]?.values[column.column]
    if (!column || !cell || right === null || right === undefined) continue
    explained.add(row).add(column)
    said.push(atCrossing(grid, row, column, cell, cell.value + right))
  }
  for (const one of [...across, ...down]) if (!explained.has(one)) said.push(saidOf(grid, one, across.includes(one)))
  return said
}

/**
 * By how much the cell where the row and the column cross would have to change for both to add up; null where that
 * would not make both right.
 */
function rightAtCrossing(row: Mismatch, column: Mismatch): number | null {
  const [rowIsOver, columnIsOver] = [row.sum - row.total.value, column.sum - column.total.value]
  const isRowTotal = row.column === column.column
  const isColumnTotal = row.row === column.row
  const byRow = isRowTotal ? rowIsOver : -rowIsOver
  const byColumn = isColumnTotal ? columnIsOver : -columnIsOver
  return isSame(byRow, byColumn) ? byRow : null
}

function atCrossing(grid: Grid, across: Mismatch, down: Mismatch, cell: Value, right: number): Said {
  const { row, label } = grid.rows[across.row] ?? { row: cell.cell, label: '' }
  const head = grid.heads[down.column] ?? ''
  return {
    at: row,
    also: grid.rows[down.row]?.row ?? null,
    place: grid.table.place,
    kind: 'sum',
    message: `“${label}”, “${head}”: neither the row nor the column adds up with ${shown(cell.value)}; both do with ${shown(right)}.`,
    computation: `row: ${sumInWords(across)}; column: ${sumInWords(down)}`,
    expected: shown(right),
    severity: 'error',
    confidence: 0.97,
  }
}

const sumInWords = ({ parts, sum, total }: Mismatch): string =>
  `${parts.map((part) => shown(part)).join(' + ')} = ${shown(sum)}, printed ${shown(total.value)}`

function saidOf(grid: Grid, { row, column, total, sum, parts, confidence }: Mismatch, isAcross: boolean): Said {
  const at: Span = grid.rows[row]?.row ?? total.cell
  const head = grid.heads[column] ?? ''
  const which = isAcross
    ? `The row “${grid.rows[row]?.label ?? ''}”`
    : head === ''
      ? 'The column'
      : `The column “${head}”`
  return {
    at,
    place: grid.table.place,
    kind: 'sum',
    message: `${which} adds up to ${shown(sum)}, and its total is printed as ${shown(total.value)}.`,
    computation: `${parts.map((part) => shown(part)).join(' + ')} = ${shown(sum)}`,
    expected: shown(sum),
    severity: confidence >= 0.85 ? 'error' : 'warning',
    confidence,
  }
}

/** Where the columns with a total row don't add up. Others of the same table that do make it surer. */
function columnMismatches(grid: Grid): Mismatch[] {
  const found: Mismatch[] = []
  let right = 0
  for (const [index, row] of grid.rows.entries()) {
    if (!isTotalRow(grid, index)) continue
    const parts = index === 0 ? partsBelow(grid) : partsAbove(grid, index)
    if (parts.length < 2) continue
    row.values.forEach((total, column) => {
      if (total?.unit !== 'count' || /%|per\s?cent|rate|average|mean|change|per /i.test(grid.heads[column] ?? ''))
        return
      if (STOCK.test(grid.heads[column] ?? '')) return
      const check = checked(total, parts, column, row)
      if (check === 'right') right++
      else if (check && check.sum > total.value && countsPeopleOnce(grid, row.label, column)) return
      else if (check) found.push({ row: index, column, total, ...check, confidence: 0 })
    })
  }
  return found
    .filter((one) => right > 0 || (one.row === 0 ? isNearly(one) : isPlausible(one.sum, one.total.value)))
    .filter(() => right >= found.length / 2 || right + found.length === 1)
    .map((one) => ({ ...one, confidence: right > 0 ? 0.95 : 0.88 }))
}

/** What is counted at a time, so that its last number is that of the year: `In care at end`. */
const STOCK =
  /\b(?:at (?:the )?(?:end|start|beginning|close)|(?:month|quarter|year)[- ]end|opening|closing|balance|running|cumulative|end of (?:the )?(?:month|quarter|period)|in care at|caseload|open at)\b/i

/** Whether people may be in several rows, and are counted once in the total: of times, or wherever they were in the year. */
function countsPeopleOnce({ rows, heads }: Grid, total: string, column: number): boolean {
  const head = heads[column] ?? ''
  const ofTimes = rows.filter(({ label }) => TIMES.test(label.trim())).length
  return /\bat any (?:time|point)\b/i.test(`${head} ${total}`) || (PEOPLE.test(head.trim()) && ofTimes >= 3)
}

const PEOPLE =
  /^(?:number of )?(?:different |individual )?(?:children|young people|people|families|carers|households)(?: concerned| involved)?$/i
const TIMES =
  /^(?:q(?:uarter)?\s?)?[1-4](?:st|nd|rd|th)?(?: quarter)?$|^(?:first|second|third|fourth)(?: quarter)?$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i

const isTotalRow = (grid: Grid, index: number): boolean => {
  const row = grid.rows[index]
  const isLast = index === grid.rows.length - 1 && index > 1
  return (
    row !== undefined &&
    (row.isTotal ||
      (index === 0 && isFirstTheSum(grid)) ||
      (isLast && row.label === '' && grid.rows.slice(0, -1).every(({ label }) => label !== '')))
  )
}

const SUBTOTAL = /\bsub-?\s?total\b/i

function partsAbove(grid: Grid, index: number): GridRow[] {
  const block = grid.rows[index]?.block
  const parts: GridRow[] = []
  let isBelowSubtotal = false
  for (let at = index - 1; at >= 0; at--) {
    const row = grid.rows[at]
    if (!row || row.block !== block) break
    const isSubtotal = SUBTOTAL.test(row.label)
    if (isSubtotal ? SUBTOTAL.test(grid.rows[index]?.label ?? '') : row.isTotal) break
    // What stands above a subtotal is in it already.
    if (isSubtotal || (!isBelowSubtotal && !PART.test(row.label))) parts.unshift(row)
    isBelowSubtotal ||= isSubtotal
  }
  return parts
}

/** `Reviews`, `Attended`, `Views given otherwise`, `No views`: a first row without that name that is the sum of those below in most columns. */
function isFirstTheSum({ rows, heads }: Grid): boolean {
  const [first, ...others] = rows
  if (!first || others.length < 2 || rows.some(({ isTotal, block }) => isTotal || block !== first.block)) return false
  if (rows.some(({ values }) => values.some((value) => value && value.unit !== 'count'))) return false
  const right = heads.filter((_, at) =>
    isSame(sumOf(others.map(({ values }) => values[at]?.value ?? NaN)), first.values[at]?.value ?? NaN),
  )
  return right.length >= 2 && right.length === heads.length - 1
}

/** The parts of a total that stands first, where there is no other total. */
const partsBelow = ({ rows: [first, ...rows] }: Grid): GridRow[] =>
  rows.some(({ isTotal, block }) => isTotal || block !== first?.block)
    ? []
    : rows.filter(({ label }) => !PART.test(label))

function checked(
  total: Value,
  parts: readonly GridRow[],
  column: number,
  totalRow: GridRow,
): 'right' | null | { sum: number; parts: number[] } {
  const values = parts.map((row) => row.values[column] ?? null)
  // A cell that is empty or holds a dash is nought; any other without a number hides one: `c`, `1-4`, `suppressed`.
  const isHidden = parts.some((row, at) => values[at] === null && !/^[-–—]*$/.test(row.texts[column]?.trim() ?? ''))
  const known = values.flatMap((value) => (value?.unit === 'count' ? [value.value] : []))
  const isOther = values.some((value) => value !== null && value.unit !== 'count')
  if (isHidden || isOther || known.length < 2) return null
  const sum = sumOf(known)
  if (isSame(sum, total.value)) return 'right'
  // A total of children whom several rows count says so.
  return /\b(?:distinct|unique|individual)\b/i.test(totalRow.label) ? null : { sum, parts: known }
}

/** A total so far from the sum is one of something else. */
const isPlausible = (sum: number, total: number): boolean => total > 0 && sum / total > 0.5 && sum / total < 2

/** Rows below a first row that is called a total may be of anything: they are its parts where they nearly add up to it. */
const isNearly = ({ sum, total, parts }: Mismatch): boolean =>
  parts.length >= FEWEST_PARTS && Math.abs(sum - total.value) <= total.value * MOST_OFF

const FEWEST_PARTS = 3
const MOST_OFF = 0.1

/** What a last column is called that is all of its area. */
const OF_ALL = /^(?:county|borough|city|council|district|authority|service)(?: total)?$/i

/** Whether the last column, whatever its name, is the sum of those before it in all rows but one. */
function isLastTheSum({ heads, rows }: Grid): boolean {
  const last = heads.length - 1
  if (/\b(?:change|difference|movement|variance)\b|\+\/?[-−]/i.test(heads[last] ?? '')) return false
  const whole = rows.filter(({ values }) => values.every((value) => value?.unit === 'count' && value.decimals === 0))
  const right = whole.filter(({ values }) =>
    isSame(sumOf(values.slice(0, last).map((value) => value?.value ?? NaN)), values[last]?.value ?? NaN),
  )
  return last >= 2 && whole.length >= 3 && right.length >= 2 && right.length === whole.length - 1
}

/** Where rows with a total at their end don't add up. */
function rowMismatches(grid: Grid): Mismatch[] {
  const named = grid.heads.findIndex((head) => isTotalLabel(head) || /^all\b/i.test(head))
  const isLastOfArea = OF_ALL.test(grid.heads.at(-1) ?? '')
  const isLast = named === -1 && (isLastOfArea || isLastTheSum(grid))
  const column = isLast ? grid.heads.length - 1 : named
  if (column < 2 && !(column === 0 && grid.heads.length > 2)) return []
  const others = (row: GridRow) =>
    row.values.flatMap((value, at) => {
      const isPart = column === 0 ? at > 0 : at < column
      return isPart && value?.unit === 'count' && !/%|rate|average|change/i.test(grid.heads[at] ?? '')
        ? [value.value]
        : []
    })
  let right = 0
  const found: Mismatch[] = []
  for (const [index, row] of grid.rows.entries()) {
    const total = row.values[column]
    const parts = others(row)
    const isWhole = row.texts.every(
      (text, at) => (column === 0 ? at === 0 : at >= column) || /^[-–—]?$/.test(text.trim()) || row.values[at],
    )
    if (total?.unit !== 'count' || parts.length < 2 || !isWhole || /%|per\s?cent|\brate\b|average/i.test(row.label))
      continue
    const sum = sumOf(parts)
    if (isSame(sum, total.value)) right++
    else found.push({ row: index, column, total, sum, parts, confidence: 0.95 })
  }
  // A table of one row: its parts, where they nearly add up.
  if (grid.rows.length === 1) return found.filter(isNearly)
  return right >= 1 && right >= found.length ? found : []
}
