import Papa from 'papaparse'
import { columnsOf } from './header.ts'
import type { FileReport } from './problems.ts'
import { type ColumnsReceiver, type RowReceiver, type TableLayout, checkLengths, longerThan } from './rows.ts'
import type { SourceFile } from './sourceFile.ts'
import { LINE_FEED, LONE_RETURN, LONGEST_ROW_BYTES, TOO_LONG, piecesOf } from './text.ts'

/** What a spreadsheet has at most: a table that has more of them in one place is none. */
const MOST_EMPTY_LINES = 1_048_576
const TOO_MANY_EMPTY = 'is followed by more than a million empty lines: not a table'

/** Reads one CSV file and hands its rows over; what makes it no table of this layout goes to the `report`. */
export async function readCsv(
  file: SourceFile,
  layout: TableLayout,
  receive: ColumnsReceiver,
  report: FileReport,
  onBytes: (count: number) => void,
): Promise<void> {
  const rows = new RowReader(layout, receive, report)
  let held = ''
  for await (const piece of piecesOf(file, LINE_FEED, report, onBytes)) {
    const text = piece.text.includes('\r') ? piece.text.replaceAll('\r\n', '\n') : piece.text
    if (text.includes('\r')) {
      const row = piece.linesBefore + text.slice(0, text.indexOf('\r')).split('\n').length
      report.giveUp(LONE_RETURN, { row })
      return
    }
    held = held === '' ? text : held + text
    // An odd number of quotes: the piece ends within a quoted cell, which may hold line ends.
    const endsInQuotes = countOfQuotes(held) % 2 === 1
    const isTooLong = piece.isTooLong || (endsInQuotes && !piece.isLast && held.length >= LONGEST_ROW_BYTES)
    if (endsInQuotes && !piece.isLast && !isTooLong) continue
    rows.read(held, { isLast: piece.isLast, isTooLong })
    if (report.isGivenUp) return
    held = ''
  }
  if (!report.isGivenUp) rows.end()
}

class RowReader {
  readonly #layout: TableLayout
  readonly #receiveColumns: ColumnsReceiver
  readonly #report: FileReport
  #columns: readonly string[] = []
  #receive: RowReceiver | null = null
  #row = 0
  #emptyLines = 0
  #mayHoldBreaks = false

  constructor(layout: TableLayout, receive: ColumnsReceiver, report: FileReport) {
    this.#layout = layout
    this.#receiveColumns = receive
    this.#report = report
  }

  /** Reads whole rows; of the last of them only the start is there where it `isTooLong`. */
  read(text: string, { isLast, isTooLong }: { isLast: boolean; isTooLong: boolean }): void {
    const isEnded = text.endsWith('\n')
    const rows = isEnded ? text.slice(0, -1) : text
    this.#mayHoldBreaks = this.#layout.isOneLineARow === true && text.includes('"')
    // An empty text is one empty line here, which the library would leave out.
    if (rows === '' && isEnded) this.#take([''], false)
    if (rows === '') return
    Papa.parse<string[]>(rows, {
      delimiter: ',',
      newline: '\n',
      // Row by row: of all rows together the library makes a list, copies it, and lives long enough for none to be freed.
      step: ({ data: cells, errors, meta }, parser) => {
        const isAtEnd = meta.cursor === rows.length
        if (isTooLong && isAtEnd) this.#refuseLong(cells)
        else this.#takeParsed(cells, errors, isLast && !isEnded && isAtEnd)
        if (this.#report.isGivenUp) parser.abort()
      },
    })
  }

  #takeParsed(cells: readonly string[], errors: readonly Papa.ParseError[], isUnended: boolean): void {
    const row = this.#row + this.#emptyLines + 1
    for (const { code } of errors) {
      if (code === 'InvalidQuotes')
        this.#report.error('has a quotation mark within a quoted cell: it must be doubled', { row })
      else if (code === 'MissingQuotes') {
        this.#report.giveUp('has a quotation mark that is never closed', { row, ...this.#lastOf(cells) })
      }
    }
    if (!this.#report.isGivenUp) this.#take(cells, isUnended)
  }

  /** A row that is read no further, by the cell in which that was. */
  #refuseLong(cells: readonly string[]): void {
    const row = this.#row + this.#emptyLines + 1
    const last = this.#lastOf(cells)
    const { longestCell } = this.#layout
    const isCell = last.column !== undefined && last.value.length > longestCell
    const reason = `${longerThan(longestCell)}, or has a quotation mark that is never closed: the file is read no further`
    this.#report.giveUp(isCell ? reason : TOO_LONG, { row, ...last })
  }

  #lastOf(cells: readonly string[]): { column?: string; value: string } {
    const column = this.#columns[cells.length - 1]
    return { ...(column !== undefined && { column }), value: cells.at(-1) ?? '' }
  }

  /** The file ends here. */
  end(): void {
    if (this.#row === 0) this.#report.giveUp('is empty: even a table without rows has its column names')
  }

  #take(cells: readonly string[], isUnended: boolean): void {
    if (cells.length === 1 && cells[0]?.trim() === '' && this.#columns.length !== 1) {
      // At the end of the file it says nothing; between rows it keeps its number, since people count it. Of a table with
      // one column it is a row, whose cell is blank.
      if (++this.#emptyLines > MOST_EMPTY_LINES) this.#report.giveUp(TOO_MANY_EMPTY, { row: this.#row + 1 })
      return
    }
    for (; this.#emptyLines > 0 && !this.#report.isGivenUp; this.#emptyLines--) {
      this.#row++
      this.#receive?.(
        this.#columns.map(() => ''),
        this.#row,
      )
    }
    this.#row++
    if (this.#receive === null) this.#takeHeader(cells)
    else if (cells.length === this.#columns.length) {
      checkLengths(cells, this.#columns, this.#row, this.#layout.longestCell, this.#report)
      if (this.#mayHoldBreaks) this.#checkBreaks(cells)
      this.#receive(cells, this.#row)
    } else {
      const ending = isUnended && cells.length < this.#columns.length ? '; the file seems to be cut off here' : ''
      this.#report.error(`has ${cells.length} cells where the header has ${this.#columns.length}${ending}`, {
        row: this.#row,
        value: cells.join(','),
      })
    }
  }

  #checkBreaks(cells: readonly string[]): void {
    const at = cells.findIndex((cell) => cell.trim().includes('\n'))
    if (at === -1) return
    this.#report.error('has a line break within it: is a quotation mark in the wrong place?', {
      row: this.#row,
      column: this.#columns[at] ?? '',
      value: cells[at] ?? '',
    })
  }

  #takeHeader(cells: readonly string[]): void {
    const columns = columnsOf(this.#layout, cells, this.#row, this.#report)
    if (columns === null) return
    this.#columns = columns
    this.#receive = this.#receiveColumns(columns)
  }
}

function countOfQuotes(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count++
  return count
}
