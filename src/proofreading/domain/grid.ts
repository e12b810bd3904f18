import { isInexact, isPartOrBound } from './figures.ts'
import { type ReadCell, type ReadRow, type ReadTable, alike } from './reportText.ts'
import { placeOfTotal } from './totals.ts'

/** A number in a cell. */
export interface Value {
  value: number
  unit: 'count' | 'percent' | 'points' | 'money'
  decimals: number
  cell: ReadCell
  /** The percentage in brackets after a count: `46 (57%)`. */
  share: { value: number; decimals: number } | null
}

/** A row of numbers: its label, and a number or nothing for each column of the grid. */
export interface GridRow {
  row: ReadRow
  label: string
  /** The words of the first column where it groups rows: `No`, `%`. */
  block: string
  values: readonly (Value | null)[]
  /** The cells of the columns, as text: a hidden number or `n/a` is no number and no blank. */
  texts: readonly string[]
  isTotal: boolean
}

/** The numbers of a table. */
export interface Grid {
  table: ReadTable
  /** The heads of the columns of numbers. */
  heads: readonly string[]
  /** The head of the column of labels. */
  corner: string
  rows: readonly GridRow[]
}

const CELL =
  /^([<>~]?)\s?(£?)\s?([+-]?)\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s?(%|pp|ppts?|percentage points)?\s?(?:\(\s?(\d+(?:\.\d+)?)\s?%\s?\)|\/\s?(\d+(?:\.\d+)?)\s?%)?\s?[*†#^]*$/i

/** The number that a cell holds; null where it holds words, or a number that is not exact. */
export function valueOf(cell: ReadCell): Value | null {
  const match = CELL.exec(alike(cell.text).trim())
  if (!match) return null
  const [, inexact, pound, sign, digits = '', unit, ...shares] = match
  if (inexact !== '') return null
  const share: string | undefined = shares.find(Boolean)
  return {
    value: Number(digits.replaceAll(',', '')) * (sign === '-' ? -1 : 1),
    unit: unit === '%' ? 'percent' : unit ? 'points' : pound === '£' ? 'money' : 'count',
    decimals: decimalsOf(digits),
    cell,
    share: share === undefined ? null : { value: Number(share), decimals: decimalsOf(share) },
  }
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

const YEAR_CELL = /^(?:(?:19|20)\d{2}|(?:19|20)?\d{2}\s?[-/]\s?(?:(?:19|20)\d{2}|\d{2})|\d{2}\/\d{4})$/
export const isYearLike = (text: string): boolean => YEAR_CELL.test(alike(text).trim())

const TOTAL =
  /^(?:(?:grand|overall|sub-?)\s*)?totals?\b(?!\s+(?:number|no)\b)|^all(?!\s+(?:others?|about)\b)(?:\s+[a-z]+){0,3}(?:\s+\d{1,2}\s?(?:-|to)\s?\d{1,2})?$|^all (?:of )?(?:the |our )?(?:reviews|children|young people|disputes|challenges|escalations|concerns|complaints|cases)\b|^(?:sum|overall|everyone|everybody|whole (?:service|team)|year|full year|whole year|year to date)$/i
export const isTotalLabel = (label: string): boolean => TOTAL.test(label.trim()) || /\btotal$/i.test(label.trim())

/** `2025 %`: the head of a column of shares. */
const SHARES_OF_YEAR = /^(?:19|20)\d{2}\s?%$/

const isNumber = (cell: ReadCell): boolean =>
  valueOf(cell) !== null && !isYearLike(cell.text) && !SHARES_OF_YEAR.test(cell.text.trim())
const isFilled = (cell: ReadCell): boolean => cell.text.trim() !== ''

/** The grids of a table: two where two tables stand side by side; none where it holds hardly a number. */
export function gridsOf(table: ReadTable): Grid[] {
  const { rows } = table
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const firstOfNumbers = rows.findIndex(
    ({ cells }) =>
      cells.slice(1).some((cell) => isNumber(cell) || isPartOrBound(cell.text)) &&
      !cells
        .slice(1)
        .filter(isFilled)
        .every((cell) => isYearLike(cell.text)),
  )
  if (firstOfNumbers === -1) return []
  const body = rows.slice(firstOfNumbers)
  const isNumberColumn = Array.from({ length: width }, (_, column) => {
    const filled = body.flatMap(({ cells }) => (cells[column] && isFilled(cells[column]) ? [cells[column]] : []))
    const figures = filled.filter((cell) => isNumber(cell) || isInexact(cell.text))
    const isOfFigures = figures.some((cell) => isNumber(cell) || isPartOrBound(cell.text))
    const isHidden = filled.length > 0 && figures.length === filled.length
    return column > 0 && (isHidden || (isOfFigures && figures.length >= filled.length / 2))
  })
  return groupsOf(isNumberColumn).flatMap(({ labels, numbers }) => {
    const grid = gridOf(table, firstOfNumbers, labels, numbers)
    return grid.rows.some(({ values }) => values.some((value) => value !== null)) ? [grid] : []
  })
}

function groupsOf(isNumberColumn: readonly boolean[]): { labels: number[]; numbers: number[] }[] {
  const groups: { labels: number[]; numbers: number[] }[] = []
  isNumberColumn.forEach((isNumeric, column) => {
    const last = groups.at(-1)
    if (isNumeric && last) last.numbers.push(column)
    else if (!last || last.numbers.length > 0) groups.push({ labels: [column], numbers: [] })
    else last.labels.push(column)
  })
  return groups.filter(({ numbers }) => numbers.length > 0)
}

/** Whether the first column of labels groups the rows: one of its cells holds for several, totals left out. */
function groupsRows({ rows }: ReadTable, from: number, labels: readonly number[]): boolean {
  const [first = 0, ...others] = labels
  const body = rows.slice(from).filter(({ cells }) => !others.some((at) => isTotalLabel(cells[at]?.text ?? '')))
  const words = body.map(({ cells }) => cells[first]?.text.trim() ?? '')
  return words.some((word, at) => at > 0 && (word === '' || word === words[at - 1]))
}

function gridOf(table: ReadTable, firstOfNumbers: number, labels: readonly number[], numbers: readonly number[]): Grid {
  const heads = table.rows.slice(0, firstOfNumbers)
  const headOf = (column: number) =>
    [...new Set(heads.map(({ cells }) => cells[column]?.text.trim() ?? ''))].join(' ').trim()
  const isGrouped = labels.length > 1 && groupsRows(table, firstOfNumbers, labels)
  let block = ''
  let heading = ''
  const rows = table.rows.slice(firstOfNumbers).flatMap((row) => {
    const words = labels.map((column) => row.cells[column]?.text.trim() ?? '')
    const cells = numbers.map((column) => row.cells[column] ?? { text: '', start: row.end, end: row.end })
    if (!cells.some(isFilled)) {
      heading = words.filter(Boolean).join(' ')
      return []
    }
    if (isGrouped && words[0] !== '') block = words[0] ?? ''
    const own = [...new Set((isGrouped ? words.slice(1) : words).filter(Boolean))].join(' ')
    const label = own === '' && heading !== '' ? heading : own
    heading = ''
    const values = cells.map((cell) => (isFilled(cell) ? valueOf(cell) : null))
    const isTotal = isTotalLabel(label) || (isGrouped && label === '' && isTotalLabel(words[0] ?? ''))
    return [{ row, label, block: isGrouped ? block : '', values, texts: cells.map(({ text }) => text), isTotal }]
  })
  // `Residential | All`: the only row of its group, and no total of it.
  const isAlone = ({ block }: GridRow) =>
    block !== '' && !isTotalLabel(block) && rows.filter((row) => row.block === block).length === 1
  const named = rows.map((row) => (row.isTotal && isAlone(row) ? { ...row, isTotal: false } : row))
  const total = placeOfTotal(named)
  return {
    table,
    heads: numbers.map(headOf),
    corner: labels.map(headOf).filter(Boolean).join(' '),
    rows: named.map((row, place) => (place === total ? { ...row, isTotal: true } : row)),
  }
}
