import type { ReadCell, ReadRow } from '../domain/reportText.ts'
import { ITEM, type Line, isEmpty } from './lines.ts'

/** Lines that are a table: from the first to before the last, with the rows that they are. Without rows they are none. */
export interface FoundTable {
  from: number
  to: number
  rows: readonly ReadRow[]
}

const NUMBER = /^[<£(+-]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|pp|k|m)?\)?\*?(?:\s?\(\d[\d,.]*\s?%?\))?$/
const isNumeric = (text: string): boolean => NUMBER.test(text.trim())

/** Each way in which lines may be a table. Lines that are none are none without the first of them either. */
const ways: readonly ((lines: readonly Line[], from: number) => FoundTable)[] = [
  tabbed,
  piped,
  spaced,
  trailing,
  separated,
  named,
]

/**
 * Finds the table that begins at a line. Lines that were looked at and are no table are not looked at once more from each
 * line below: in a long text of them that would never end.
 */
export function tableFinder(lines: readonly Line[]): (from: number) => FoundTable | null {
  const noTable = ways.map(() => ({ from: 0, to: 0 }))
  return (from) => {
    for (const [index, attempt] of ways.entries()) {
      const known = noTable[index]
      if (known && from >= known.from && from < known.to) continue
      const found = attempt(lines, from)
      if (found.rows.length > 0) return found
      noTable[index] = { from, to: found.to }
    }
    return null
  }
}

/** `2.1⇥The service held 612 reviews in the year, all but nine in time.`: a numbered paragraph, and no row. */
const NUMBERED_WORDS =
  /^\s*(?:[-–•*]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]?)\t[^\t]*[^\t\d.)%]{3}[^\t]*[.;:?!]\s*$/
const isTabbed = ({ text }: Line): boolean => text.includes('\t') && !NUMBERED_WORDS.test(text)

/** Cells with tabs between. A blank line in it is none where the columns go on. */
function tabbed(lines: readonly Line[], from: number): FoundTable {
  const rows: ReadRow[] = []
  let at = from
  for (; ; at++) {
    const line = lines[at]
    if (line && isTabbed(line)) rows.push(splitRow(line, /\t/g))
    else if (!goesOn(lines, at, rows)) break
  }
  return { from, to: at, rows: rows.length < 2 ? [] : rows }
}

function goesOn(lines: readonly Line[], at: number, rows: readonly ReadRow[]): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || !isEmpty(line) || rows.length === 0 || !isTabbed(next)) return false
  const cells = splitRow(next, /\t/g).cells
  return cells.length === rows[0]?.cells.length && cells.some(({ text }) => isNumeric(text)) && cells.length > 2
}

function piped(lines: readonly Line[], from: number): FoundTable {
  const rows: ReadRow[] = []
  let at = from
  for (let line = lines[at]; line && /^\s*\|.*\|\s*$/.test(line.text); line = lines[++at]) {
    if (/^[\s|:-]+$/.test(line.text)) continue
    const row = splitRow(line, /\|/g)
    rows.push({ ...row, cells: row.cells.slice(1, -1) })
  }
  return { from, to: at, rows: rows.length < 2 ? [] : rows }
}

/** A row whose cells stand between what matches. */
function splitRow(line: Line, between: RegExp): ReadRow {
  const cells: ReadCell[] = []
  let start = line.start
  const add = (end: number) => {
    const raw = line.text.slice(start - line.start, end - line.start)
    const lead = raw.length - raw.trimStart().length
    cells.push({
      text: raw.trim(),
      start: start + Math.min(lead, raw.length),
      end: end - (raw.length - raw.trimEnd().length),
    })
  }
  for (const match of line.text.matchAll(between)) {
    add(line.start + match.index)
    start = line.start + match.index + match[0].length
  }
  add(line.end)
  return { cells, start: line.start, end: line.end }
}

/** A page has room for twenty: each cell is set beside each column. */
const MOST_COLUMNS = 200

const GAP = /\S(?: ?\S)*/g

/** Columns held apart by two blanks or more, as programs write that take the text from a PDF. */
function spaced(lines: readonly Line[], from: number): FoundTable {
  const found: { line: Line; cells: ReadCell[] }[] = []
  let at = from
  for (let line = lines[at]; line && !isEmpty(line); line = lines[++at]) {
    const cells = [...line.text.matchAll(GAP)].map((match) => ({
      text: match[0],
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
    }))
    if (cells.length > MOST_COLUMNS) break
    const isShortLine = cells.length === 1 && line.text.trim().length <= 50 && !/[.:;]$/.test(line.text.trim())
    if (cells.length < 2 && !(found.length > 0 && isShortLine && gapped(lines[at + 1]))) break
    found.push({ line, cells })
  }
  const withNumbers = found.filter(({ cells }) => cells.slice(1).some(({ text }) => isNumeric(text)))
  if (withNumbers.length < 2) return { from, to: at, rows: [] }
  const columns = columnsOf(withNumbers)
  const rows = found.map(({ line, cells }) => ({
    cells: aligned(cells, columns, line),
    start: line.start,
    end: line.end,
  }))
  return { from, to: at, rows }
}

const gapped = (line: Line | undefined): boolean => line !== undefined && /\S {2,}\S/.test(line.text)

/** Where the columns begin and end, counted from the start of the line, by the rows that have most cells. */
function columnsOf(rows: readonly { line: Line; cells: readonly ReadCell[] }[]): { from: number; to: number }[] {
  const most = rows.reduce((so, { cells }) => Math.max(so, cells.length), 0)
  const full = rows.filter(({ cells }) => cells.length === most)
  return Array.from({ length: most }, (_, index) => {
    const places = full.flatMap(({ line, cells }) => {
      const cell = cells[index]
      return cell ? [{ from: cell.start - line.start, to: cell.end - line.start }] : []
    })
    return places.reduce((so, one) => ({ from: Math.min(so.from, one.from), to: Math.max(so.to, one.to) }))
  })
}

function aligned(cells: readonly ReadCell[], columns: readonly { from: number; to: number }[], line: Line): ReadCell[] {
  const row: ReadCell[] = columns.map(() => ({ text: '', start: line.start, end: line.start }))
  for (const cell of cells) {
    const middle = (cell.start + cell.end) / 2 - line.start
    const distance = ({ from, to }: { from: number; to: number }) => Math.max(from - middle, middle - to, 0)
    let best = 0
    columns.forEach((column, index) => {
      if (distance(column) < distance(columns[best] ?? column)) best = index
    })
    const held = row[best]
    row[best] = held?.text ? { text: `${held.text} ${cell.text}`, start: held.start, end: cell.end } : cell
  }
  return row
}

// Each number is followed by a blank or the end: where they could be parted otherwise, a long list would be tried in every way.
const TRAILING = /^\s*(\D.*?\S)\s((?:[<£+-]?\d[\d,]*(?:\.\d+)?%?(?:\s+|$))+)$/
/** A row of a table is not longer: of a longer line, each beginning would be tried to its end. */
const LONGEST_ROW = 400
const LONGEST_LABEL = 80

/** Lines that end in as many numbers each, one blank apart: a table whose columns were lost. */
function trailing(lines: readonly Line[], from: number): FoundTable {
  const rows: ReadRow[] = []
  let at = from
  for (let line = lines[at]; line; line = lines[++at]) {
    const match = line.text.length > LONGEST_ROW ? null : TRAILING.exec(line.text)
    if (!match || (match[1]?.length ?? 0) > LONGEST_LABEL) break
    const label = match[1] ?? ''
    const labelStart = line.start + line.text.indexOf(label)
    const numbersFrom = line.text.length - (match[2]?.length ?? 0)
    const numbers = [...line.text.slice(numbersFrom).matchAll(/\S+/g)].map((one) => ({
      text: one[0],
      start: line.start + numbersFrom + one.index,
      end: line.start + numbersFrom + one.index + one[0].length,
    }))
    if (rows.length > 0 && rows[0]?.cells.length !== numbers.length + 1) break
    rows.push({
      cells: [{ text: label.trim(), start: labelStart, end: labelStart + label.length }, ...numbers],
      start: line.start,
      end: line.end,
    })
  }
  const hasTotal = rows.some(({ cells }) => /^(?:grand )?total/i.test(cells[0]?.text ?? ''))
  const isNone = rows.length < 3 || ((rows[0]?.cells.length ?? 0) < 3 && !hasTotal)
  return { from, to: at, rows: isNone ? [] : rows }
}

const COMMA = /,\s+/g
const SEPARATORS: readonly RegExp[] = [/\s*\|\s*/g, /;\s*/g, COMMA]

/** `5 to 9; 108; 113`: cells with a bar, a semicolon or a comma and a blank between, with the heads above them. */
function separated(lines: readonly Line[], from: number): FoundTable {
  for (const separator of SEPARATORS) {
    const rows: ReadRow[] = []
    let at = from
    for (let line = lines[at]; line && line.text.length <= LONGEST_ROW; line = lines[++at]) {
      const row = splitRow(line, separator)
      const [label, ...cells] = row.cells
      const isHead = rows.length === 0 && cells.every(({ text }) => text.length > 0 && text.length <= LONGEST_HEAD)
      const isRow = cells.every(({ text }) => isNumeric(text)) && /[A-Za-z\d]/.test(label?.text ?? '')
      if (
        cells.length < (separator === COMMA ? 2 : 1) ||
        (!isHead && !isRow) ||
        (rows[0] && rows[0].cells.length !== row.cells.length)
      )
        break
      rows.push(row)
    }
    // One column of numbers is a table where there are more rows.
    if (rows.length >= FEWEST_ROWS + (rows[0]?.cells.length === 2 ? 1 : 0)) return { from, to: at, rows }
  }
  return { from, to: from + 1, rows: [] }
}

const FEWEST_ROWS = 3
const LONGEST_HEAD = 40

const NAMED =
  /^\s*(\S[^:]{0,110}?):\s+(£?\d[\d,]*(?:\.\d+)?%?(?:\s\(\d[\d.]*%\))?)(?:\s+[a-z]+)?(?:,?\s+\(?(\d[\d.]*%)\)?)?\s*[.;]?$/
const LONGEST_NAME = 70

/** Lines of a name and a number with a colon between: `Full care order: 386`, `5 to 9: 96 children, 20%`. */
function named(lines: readonly Line[], from: number): FoundTable {
  const found: { line: Line; texts: string[] }[] = []
  let at = from
  for (let line = lines[at]; line && line.text.length <= LONGEST_ROW; line = lines[++at]) {
    const [words, label = '', number = '', share] = (ITEM.test(line.text) ? null : NAMED.exec(line.text)) ?? []
    if (words === undefined || (found.length === 0 && label.length > LONGEST_NAME)) break
    found.push({ line, texts: share === undefined ? [label, number] : [label, number, share] })
  }
  const width = found.reduce((most, { texts }) => Math.max(most, texts.length), 0)
  const rows = found.map(({ line, texts }): ReadRow => {
    const cells = texts.map((text, index) => {
      const before = line.text.indexOf(':', line.text.indexOf(texts[0] ?? '') + (texts[0]?.length ?? 0))
      const start = line.start + (index === 0 ? line.text.indexOf(text) : index === 1 ? line.text.indexOf(text, before) : line.text.lastIndexOf(text))
      return { text, start, end: start + text.length }
    })
    const blank = { text: '', start: line.end, end: line.end }
    return { cells: [...cells, ...Array.from({ length: width - cells.length }, () => blank)], start: line.start, end: line.end }
  })
  return { from, to: at === from ? from + 1 : at, rows: rows.length < FEWEST_ROWS ? [] : rows }
} // prettier-ignore
