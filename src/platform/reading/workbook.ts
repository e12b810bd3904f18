import { columnsOf } from './header.ts'
import type { FileReport } from './problems.ts'
import { type ColumnsReceiver, type RowReceiver, type TableLayout, checkLengths } from './rows.ts'
import { type PlacedCell, type SheetRowReceiver, readRows } from './sheetRows.ts'
import { lettersOf } from './columnLetters.ts'
import { readHead } from './workbookParts.ts'
import { WorkbookFault } from './workbookXml.ts'
import { type ZipRules, zippedFiles } from './zip.ts'

/** A sheet of a workbook that is open. */
export interface WorkbookSheet {
  name: string
  /** Hands its rows over one after the other, for as long as they are wanted; says in the report why it can't. */
  rows: (receive: SheetRowReceiver, report: FileReport) => Promise<void>
}

/** A workbook that is open to be read; `close` when it has been. */
export interface OpenWorkbook {
  sheets: readonly WorkbookSheet[]
  close: () => void
}

/** Twenty years of a large service's reviews come to half of it. */
const MOST_UNPACKED_BYTES = 50_000_000
/** A register has twenty columns, and someone's own notes may stand beside them. */
const MOST_COLUMNS_NAMED = 1000

/**
 * Opens the Excel workbook at `path`. Where it is none that can be read, says why in `report` and gives no sheets. What a
 * workbook costs to read goes by its bytes, whatever rows, columns and texts they ask for.
 */
export async function openWorkbook(path: string, report: FileReport): Promise<OpenWorkbook> {
  const { files, close } = await zippedFiles(path, report, rulesForWorkbooks())
  const head = await tried(report, () => readHead(new Map(files.map((file) => [file.path, file]))))
  if (!head || report.isGivenUp) return { sheets: [], close }
  const sheets = head.sheets.map(({ name, part }): WorkbookSheet => ({
    name,
    rows: async (receive, ofSheet) => {
      await tried(ofSheet, () => readRows(part, head, receive, () => !ofSheet.isGivenUp))
    },
  }))
  return { sheets, close }
}

function rulesForWorkbooks(): ZipRules {
  let total = 0
  return {
    isOfInterest: (name) => /\.(?:xml|rels)$/i.test(name),
    whyRefused: ({ unpacked }) => {
      total += unpacked
      return total > MOST_UNPACKED_BYTES
        ? `unpacks to more than ${MOST_UNPACKED_BYTES / 1e6} MB: send its sheets in several workbooks`
        : null
    },
  }
}

async function tried<Result>(report: FileReport, read: () => Promise<Result>): Promise<Result | null> {
  if (report.isGivenUp || report.errorCount > 0) return null
  try {
    return await read()
  } catch (error) {
    report.giveUp(error instanceof WorkbookFault ? error.message : 'is damaged or cut off: it can’t be unpacked')
    return null
  }
}

/** Reads one sheet and hands its rows over; what makes it no table of this layout goes to the `report`. */
export async function readSheet(
  sheet: WorkbookSheet,
  layout: TableLayout,
  receiveColumns: ColumnsReceiver,
  report: FileReport,
): Promise<void> {
  const table = new SheetTable(layout, receiveColumns, report)
  await sheet.rows(table.take, report)
  if (!table.hasHeader && !report.isGivenUp) {
    report.giveUp('is empty: even a table without rows has its column names')
  }
}

class SheetTable {
  readonly #layout: TableLayout
  readonly #receiveColumns: ColumnsReceiver
  readonly #report: FileReport
  #columns: readonly string[] = []
  #receive: RowReceiver | null = null
  hasHeader = false

  constructor(layout: TableLayout, receiveColumns: ColumnsReceiver, report: FileReport) {
    this.#layout = layout
    this.#receiveColumns = receiveColumns
    this.#report = report
  }

  readonly take = (cells: readonly PlacedCell[], row: number): void => {
    if (this.#report.isGivenUp) return
    if (!this.hasHeader) this.#takeHeader(cells, row)
    else this.#takeRow(cells, row)
  }

  #takeHeader(cells: readonly PlacedCell[], row: number): void {
    this.hasHeader = true
    const last = cells.at(-1)?.column ?? 0
    if (last >= MOST_COLUMNS_NAMED) {
      const most = MOST_COLUMNS_NAMED.toLocaleString('en-GB')
      this.#report.giveUp(`has a column name in column ${lettersOf(last)}: no table has more than ${most} columns`, {
        row,
      })
      return
    }
    const heads = new Array<string>(last + 1).fill('')
    for (const { column, cell } of cells) {
      if ('text' in cell) heads[column] = cell.text
      else this.#report.error(cell.reason, { row })
    }
    const columns = columnsOf(this.#layout, heads, row, this.#report)
    if (columns === null) return
    this.#columns = columns
    this.#receive = this.#receiveColumns(columns)
  }

  #takeRow(cells: readonly PlacedCell[], row: number): void {
    const report = this.#report
    const errorsBefore = report.errorCount
    const columns = this.#columns
    const own = new Array<string>(columns.length).fill('')
    let isBeyond = false
    for (const { column, cell } of cells) {
      if ('reason' in cell) report.error(cell.reason, { row, column: columns[column] ?? '' })
      else if (column < columns.length) own[column] = cell.text
      else isBeyond = true
    }
    if (isBeyond) report.error('has cells beyond the last column that has a name', { row })
    checkLengths(own, columns, row, this.#layout.longestCell, report)
    if (report.errorCount === errorsBefore) this.#receive?.(own, row)
  }
}
