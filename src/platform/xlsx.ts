import type { CellValue } from './csv.ts'

/** A sheet of a workbook to write. */
export interface SheetToWrite {
  /** At most 31 characters, without `[]*?/\:`. */
  name: string
  heads: readonly string[]
  rows: Iterable<readonly CellValue[]>
}

/** What a sheet holds at most, its head included. */
const MOST_ROWS = 1_048_576
const NARROWEST = 8
const WIDEST = 80

/**
 * Writes an Excel workbook to `path`, row by row: a head in bold that stays in sight and can be filtered by. A sheet
 * too long for Excel goes on in another of its name. Texts stay texts, whatever they begin with.
 */
export async function writeWorkbook(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  // Loaded only where a workbook is asked for: it takes longer than most commands.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true })
  for (const { name, heads, rows } of sheets) {
    const start = (part: number) => {
      const sheet = workbook.addWorksheet(part === 1 ? name : `${name} ${part}`, {
        views: [{ state: 'frozen', ySplit: 1 }],
      })
      sheet.columns = heads.map((head) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, head.length + 4)) }))
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: heads.length } }
      const head = sheet.addRow([...heads])
      head.font = { bold: true }
      head.commit()
      return sheet
    }
    let part = 1
    let written = 1
    let sheet = start(part)
    for (const row of rows) {
      if (written === MOST_ROWS) {
        sheet.commit()
        sheet = start(++part)
        written = 1
      }
      sheet.addRow([...row]).commit()
      written++
    }
    sheet.commit()
  }
  await workbook.commit()
}
