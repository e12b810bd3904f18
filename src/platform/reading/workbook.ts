import type { CellValue, Row } from 'exceljs'
import { columnsOf } from './header.ts'
import type { FileReport } from './problems.ts'
import { type ColumnsReceiver, type TableLayout, checkLengths } from './rows.ts'
import type { SourceFile } from './sourceFile.ts'
import { type ZipRules, zippedFiles } from './zip.ts'

/** A sheet of a workbook, its cells as texts. */
export interface WorkbookSheet {
  name: string
  /** Each row that holds anything, with its number. */
  rows: readonly SheetRow[]
}

interface SheetRow {
  number: number
  cells: readonly SheetCell[]
}

/** The text of a cell, or why it has none. */
type SheetCell = { text: string } | { reason: string }

/** Twenty years of a large service's reviews come to half of it. The library takes ten times as much memory. */
const MOST_UNPACKED_BYTES = 50_000_000

// What the library need not read. Lists and formats for whole columns would take it minutes.
const NOT_READ = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'sheetProtection',
  'tableParts',
]

/** The sheets of the Excel workbook at `path`. Where it is none that can be read, says why in `report` and gives none. */
export async function sheetsOf(path: string, report: FileReport): Promise<readonly WorkbookSheet[]> {
  if (!(await isSafeToUnpack(path, report))) return []
  // Loaded only where there is a workbook to read: it takes longer than reading most of them.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.readFile(path, { ignoreNodes: NOT_READ })
  } catch {
    report.giveUp('can’t be read as an Excel workbook: save it again as .xlsx, or each sheet as CSV (UTF-8)')
    return []
  }
  return workbook.worksheets.map((sheet) => {
    const rows: SheetRow[] = []
    sheet.eachRow((row, number) => rows.push({ number, cells: cellsOf(row, sheet.columnCount) }))
    return { name: sheet.name, rows }
  })
}

/** Reads one sheet and hands its rows over; what makes it no table of this layout goes to the `report`. */
export function readSheet(
  sheet: WorkbookSheet,
  layout: TableLayout,
  receiveColumns: ColumnsReceiver,
  report: FileReport,
): void {
  const filled = sheet.rows.filter(({ cells }) => cells.some((cell) => 'reason' in cell || cell.text !== ''))
  const [header, ...rows] = filled
  if (!header) {
    report.giveUp('is empty: even a table without rows has its column names')
    return
  }
  const heads = textsOf(header, (reason) => {
    report.error(reason, { row: header.number })
  })
  while (heads.at(-1) === '') heads.pop()
  const columns = columnsOf(layout, heads, header.number, report)
  if (columns === null) return
  const receive = receiveColumns(columns)
  for (const row of rows) {
    if (report.isGivenUp) return
    const errorsBefore = report.errorCount
    const cells = textsOf(row, (reason, index) => {
      report.error(reason, { row: row.number, column: columns[index] ?? '' })
    })
    if (cells.slice(columns.length).some((text) => text !== '')) {
      report.error('has cells beyond the last column that has a name', { row: row.number })
    }
    const own = columns.map((_, index) => cells[index] ?? '')
    checkLengths(own, columns, row.number, layout.longestCell, report)
    if (report.errorCount === errorsBefore) receive(own, row.number)
  }
}

/** Unpacks everything once and lets it go: the library would unpack whatever it is given. */
async function isSafeToUnpack(path: string, report: FileReport): Promise<boolean> {
  let total = 0
  const all: ZipRules = {
    isOfInterest: () => true,
    whyRefused: ({ unpacked }) => {
      total += unpacked
      return total > MOST_UNPACKED_BYTES
        ? `unpacks to more than ${MOST_UNPACKED_BYTES / 1e6} MB: send its sheets in several workbooks`
        : null
    },
  }
  const { files, close } = await zippedFiles(path, report, all)
  try {
    for (const file of files) await unpack(file)
  } catch {
    report.giveUp('is damaged or cut off: it can’t be unpacked')
  } finally {
    close()
  }
  return report.errorCount === 0
}

async function unpack(file: SourceFile): Promise<void> {
  // The stream itself fails where an entry gives more bytes than it promised.
  const chunks = file.bytes()[Symbol.asyncIterator]()
  while (!(await chunks.next()).done);
}

function cellsOf(row: Row, columnCount: number): SheetCell[] {
  return Array.from({ length: columnCount }, (_, index) => cellOf(row.getCell(index + 1).value))
}

function textsOf({ cells }: SheetRow, complain: (reason: string, index: number) => void): string[] {
  return cells.map((cell, index) => {
    if ('text' in cell) return cell.text
    complain(cell.reason, index)
    return ''
  })
}

const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/
/** Beyond it a number in a workbook is noise: 0.1 + 0.2 shows as 0.3. */
const SIGNIFICANT_DIGITS = 15

function cellOf(value: CellValue | undefined): SheetCell {
  if (value === null || value === undefined) return { text: '' }
  switch (typeof value) {
    case 'string':
      return textCell(value)
    case 'number':
      return { text: String(Number(value.toPrecision(SIGNIFICANT_DIGITS))) }
    case 'boolean':
      return { text: value ? 'TRUE' : 'FALSE' }
    case 'object':
      break
  }
  if (value instanceof Date) return momentCell(value)
  if ('error' in value) return { reason: `holds an error of the workbook’s own, ${value.error}` }
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''))
  if ('hyperlink' in value) return cellOf(value.text)
  return cellOf(value.result)
}

function textCell(value: string): SheetCell {
  const text = value.replaceAll(/\r\n?/g, '\n')
  return CONTROLS.test(text) ? { reason: 'holds a character that is no text' } : { text }
}

/** A day as `2022-04-01`, a moment as `2022-05-11T06:00`: a workbook keeps days as whole numbers, times as parts of one. */
function momentCell(moment: Date): SheetCell {
  if (Number.isNaN(moment.getTime())) return { reason: 'is a date that does not exist' }
  const SECOND = 1000
  const iso = new Date(Math.round(moment.getTime() / SECOND) * SECOND).toISOString()
  return { text: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace(/(?::00)?\.000Z$/, '') }
}
