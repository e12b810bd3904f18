import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ODS_TYPE, odsFile } from './ods.ts'
import type { CellValue } from './csv.ts'
import { writeWorkbook } from './xlsx.ts'

/** The formats of spreadsheets; also the ends of their files' names. */
export const spreadsheetFormats = ['xlsx', 'ods'] as const

export type SpreadsheetFormat = (typeof spreadsheetFormats)[number]

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What Excel allows in the name of a sheet. */
const LONGEST_NAME = 31

/** One table: its head and its rows. */
export interface Sheet {
  /** At most 31 characters, without `[]*?/\:`. */
  name: string
  heads: readonly string[]
  rows: readonly (readonly CellValue[])[]
}

/** Sheets, one table on each, as a file of this format. */
export async function spreadsheetFile(
  title: string,
  sheets: readonly Sheet[],
  format: SpreadsheetFormat,
): Promise<{ type: string; content: Buffer }> {
  if (format === 'ods') return { type: ODS_TYPE, content: odsFile(title, sheets) }
  const stream = new PassThrough()
  const [, content] = await Promise.all([writeWorkbook(stream, sheets), buffer(stream)])
  return { type: XLSX_TYPE, content }
}

/** A name for a sheet that no other of these has: without what spreadsheets forbid, and short enough. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replaceAll(/[[\]*?/\\:]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'Sheet'
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`
    const name = clean.slice(0, LONGEST_NAME - end.length).trim() + end
    if (!taken.has(name.toLowerCase())) return name
  }
}
