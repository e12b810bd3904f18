import type { SourceFile } from './sourceFile.ts'
import { type SheetCell, type WrittenCell, cellOf } from './workbookCells.ts'
import { type WorkbookHead, TextReader } from './workbookParts.ts'
import { WorkbookFault, readPart } from './workbookXml.ts'
import { columnOf, lettersOf } from './columnLetters.ts'

/** A cell that holds something, with its column's number, from 0. */
export interface PlacedCell {
  column: number
  cell: SheetCell
}

/** Takes the cells of a row that holds anything, in order, and the row's number. */
export type SheetRowReceiver = (cells: readonly PlacedCell[], row: number) => void

/** What a sheet has at most, in Excel itself. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Of a sheet, blank ones with formats included: `MOST_UNPACKED_BYTES` of a workbook have fewer that say anything. */
const MOST_CELLS = 2_000_000
/** All texts of a sheet together: many cells may share one text, which a CSV would have as often. */
const MOST_CHARACTERS = 50_000_000
/** What of the workbook says how its cells are read. */
type CellHead = Pick<WorkbookHead, 'context' | 'dateStyles'>

/** Hands over the rows of a sheet for as long as they are wanted. Throws `WorkbookFault`. */
export async function readRows(
  part: SourceFile,
  head: CellHead,
  receive: SheetRowReceiver,
  isWanted: () => boolean,
): Promise<void> {
  const rows = new RowReader(head, receive)
  await readPart(part, {
    open: rows.open,
    text: rows.text,
    close: rows.close,
    isDone: () => rows.isAtEnd || !isWanted(),
  })
}

class RowReader {
  /** Whether the last row has been read: what stands below (lists, formats, drawings) is for Excel only. */
  isAtEnd = false
  readonly #head: CellHead
  readonly #receive: SheetRowReceiver
  readonly #inline = new TextReader('is', (text) => {
    if (this.#cell) this.#cell.value = text
  })
  #row = 0
  #column = -1
  #cells: PlacedCell[] = []
  #cell: WrittenCell | null = null
  #value: string | null = null
  #isInRows = false
  #cellCount = 0
  #characters = 0

  constructor(head: CellHead, receive: SheetRowReceiver) {
    this.#head = head
    this.#receive = receive
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.isAtEnd) return
    if (name === 'sheetData') this.#isInRows = true
    else if (!this.#isInRows) return
    else if (name === 'row') this.#startRow(attributes['r'])
    else if (name === 'c') this.#startCell(attributes)
    else if (name === 'v') this.#value = ''
    else if (name === 'f' && this.#cell) this.#cell.isFormula = true
    else this.#inline.open(name)
  }

  readonly text = (text: string): void => {
    if (!this.#cell) return
    if (this.#value === null) this.#inline.text(text)
    else this.#value += text
  }

  readonly close = (name: string): void => {
    if (!this.#isInRows || this.isAtEnd) return
    if (name === 'sheetData') this.isAtEnd = true
    else if (name === 'row' && this.#cells.length > 0) this.#receive(this.#cells, this.#row)
    else if (name === 'c') this.#endCell()
    else if (name === 'v') {
      if (this.#cell) this.#cell.value = this.#value
      this.#value = null
    } else this.#inline.close(name)
  }

  #startRow(written: string | undefined): void {
    const row = written === undefined ? this.#row + 1 : wholeNumber(written)
    if (row > MOST_ROWS)
      throw new WorkbookFault(`has a cell in row ${shown(written, row)}: no workbook has as many rows`)
    if (!(row > this.#row)) throw new WorkbookFault(outOfOrder(`row ${shown(written, row)}`))
    this.#row = row
    this.#column = -1
    this.#cells = []
  }

  #startCell({ r, s = '0', t = 'n' }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r)
    const address = r?.slice(0, 10) ?? `${lettersOf(column)}${this.#row}`
    if (++this.#cellCount > MOST_CELLS)
      throw new WorkbookFault(`has a sheet of more than ${MOST_CELLS / 1e6} million cells`)
    if (column >= MOST_COLUMNS) throw new WorkbookFault(`has a cell ${address}: no workbook has as many columns`)
    if (!(column > this.#column)) throw new WorkbookFault(outOfOrder(`cell ${address}`))
    this.#column = column
    const isDate = this.#head.dateStyles[Number(s)] ?? false
    this.#cell = { address, kind: t, isDate, isFormula: false, value: null }
  }

  #endCell(): void {
    const written = this.#cell
    this.#cell = null
    if (!written) return
    const cell = cellOf(written, this.#head.context)
    if ('text' in cell) {
      if (cell.text === '') return
      this.#characters += cell.text.length
      if (this.#characters > MOST_CHARACTERS) {
        throw new WorkbookFault(`has a sheet of more than ${MOST_CHARACTERS / 1e6} million characters`)
      }
    }
    this.#cells.push({ column: this.#column, cell })
  }
}

const wholeNumber = (text: string): number => (/^\d{1,12}$/.test(text) ? Number(text) : NaN)

const shown = (written: string | undefined, row: number): string =>
  Number.isNaN(row) ? (written ?? '').slice(0, 20) : row.toLocaleString('en-GB')

const outOfOrder = (what: string): string => `has its cells out of order (${what}): open it in Excel and save it again`
