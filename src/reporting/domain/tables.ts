import type { Cell, NumberSource, Row, Table } from '../../documents/block.ts'
import { type Measure, type Shown, type YearFigures, keyValue, valued } from './measure.ts'
import { mergedKeys } from './mergedKeys.ts'
import type { ReportYear } from './reportYear.ts'
import { numberText, percentText, signed } from './sentences.ts'

/** A cell of words. */
export const words = (text: string): Cell => ({ text, isNumber: false, from: null })

/** A number that no figure has: one counted from records, or a part of a sum. */
export const unsourced = (text: string): Cell => ({ text, isNumber: true, from: null })

/** The cell of a number that there is not. */
export const EMPTY = unsourced('–')

/** A number in a table with the figure it comes from. */
export function cell(
  year: YearFigures,
  measure: Measure,
  part: NumberSource['part'],
  text: string,
  key: string | null = null,
): Cell {
  return { text, isNumber: true, from: { year: year.name, figure: measure.id, key, part } }
}

/** `+5`, `−3`, `0`: a difference of counts for a table's column; a dash where a side is hidden. */
function signedChange(now: Shown, before: Shown): string {
  if (now === 'c' || before === 'c') return 'c'
  return signed(now - before)
}

/** What a table of one figure's keys says around its numbers. */
export interface BreakdownWording {
  caption: string
  /** Heads the keys: `Age`. */
  heading: string
  /** Only these keys, with the words to use instead of the figure's own. */
  keys?: readonly { key: string; label: string }[]
  notes?: readonly string[]
}

/**
 * A figure's keys with their number and share, and last year's beside them. Keys that are 0 in both years are left out.
 * Null where the year has nothing to list.
 */
export function breakdownTable(year: ReportYear, id: string, wording: BreakdownWording): Table | null {
  const now = valued(year.now, id)
  if (!now || now.breakdown.length === 0) return null
  const before = divided(valued(year.before, id))
  if (isFew(now) && (!before || isFew(before))) return null
  const beforeYear = before && year.before
  const keys = (wording.keys ?? mergedKeys(now, before)).filter(
    ({ key }) => keyValue(now, key) !== 0 || (before && keyValue(before, key) !== 0),
  )
  const rows = keys.map(({ key, label }): Row => {
    const value = keyValue(now, key)
    const nowCells = [
      cell(year.now, now, 'value', numberText(value), key),
      cell(year.now, now, 'share', percentText(value, now.value), key),
    ]
    if (!before || !beforeYear) return { heading: label, cells: nowCells, isTotal: false }
    const valueBefore = keyValue(before, key)
    return {
      heading: label,
      cells: [
        ...nowCells,
        cell(beforeYear, before, 'value', numberText(valueBefore), key),
        cell(beforeYear, before, 'share', percentText(valueBefore, before.value), key),
        cell(year.now, now, 'change', signedChange(value, valueBefore), key),
      ],
      isTotal: false,
    }
  })
  const isWhole = wording.keys === undefined
  return {
    kind: 'table',
    caption: wording.caption,
    headings: [
      wording.heading,
      ...(beforeYear
        ? [year.now.span, `${year.now.span} share`, beforeYear.span, `${beforeYear.span} share`, 'Change']
        : ['Number', 'Share']),
    ],
    rows: isWhole ? [...rows, totalRow(year, now, before)] : rows,
    notes: [
      ...(wording.notes ?? []),
      ...othersNote(now, before),
      ...(isWhole && !doSharesAdd(rows) ? ['Shares are rounded and may not add to 100%.'] : []),
    ],
  }
}

/** Whether the shares of each year add to 100% as printed; not where one is hidden, of which nothing is to be said. */
function doSharesAdd(rows: readonly Row[]): boolean {
  const columns = (rows[0]?.cells ?? []).flatMap((one, column) => (one.from?.part === 'share' ? [column] : []))
  return columns.every((column) => {
    const tenths = rows.map(({ cells }) => Math.round(10 * Number.parseFloat(cells[column]?.text ?? '')))
    return tenths.reduce((sum, share) => sum + share, 0) === 1000
  })
}

/** So few need no table: to divide them is to name them. A whole that is hidden may be divided all the same. */
const FEW = 3
const isFew = ({ value, breakdown }: Measure): boolean =>
  value === 'c' ? breakdown.length === 0 : value === null || value <= FEW

/** What the row of those that are hidden each for itself is made of, in either year. */
function othersNote(now: Measure, before: Measure | null): string[] {
  const names = [now, before].flatMap(
    (measure) => measure?.breakdown.flatMap(({ of = [] }) => of.map(({ label }) => label)) ?? [],
  )
  return names.length === 0 ? [] : [`Others together: ${[...new Set(names)].join('; ')}.`]
}

/** The figure where it may be set beside another by its keys: what is not divided has no keys, not keys of 0. */
const divided = <One extends Measure>(measure: One | null): One | null =>
  measure && (measure.breakdown.length > 0 || measure.value === 0) ? measure : null

function totalRow(year: ReportYear, now: Measure & { value: Shown }, before: (Measure & { value: Shown }) | null): Row {
  const cells = [cell(year.now, now, 'value', numberText(now.value)), wholeShare(now)]
  if (before && year.before) {
    cells.push(
      cell(year.before, before, 'value', numberText(before.value)),
      wholeShare(before),
      cell(year.now, now, 'change', signedChange(now.value, before.value)),
    )
  }
  return { heading: 'Total', cells, isTotal: true }
}

/** There are no shares of nothing. */
const wholeShare = ({ value }: Measure): Cell => (value === 0 || value === 'c' ? EMPTY : unsourced('100%'))
