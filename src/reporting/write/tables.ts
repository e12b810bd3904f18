import { type Zippable, strToU8, zipSync } from 'fflate'
import type { Marker } from '../../documents/write/sheets.ts'
import { documentSheets } from '../../documents/write/sheets.ts'
import { type CellValue, toCsv } from '../../platform/csv.ts'
import type { OdsCell } from '../../platform/ods.ts'
import type { Report } from '../domain/report.ts'

/** The type of the file to browsers. */
export const ZIP_TYPE = 'application/zip'

/**
 * Every table of the report as a CSV file of its own, with a cover, a list of contents and the notes, in one zip: what the
 * OpenDocument spreadsheet has as sheets. Numbers stand as they are printed. The same report gives the same file.
 */
export function tablesZip(report: Report, markers: readonly Marker[]): Buffer {
  const files: Zippable = {}
  for (const { name, heads, rows } of documentSheets(report, markers)) {
    files[`${name.toLowerCase().replaceAll(' ', '-')}.csv`] = strToU8(
      toCsv([heads, ...rows.map((row) => row.map(printed))]),
    )
  }
  return Buffer.from(zipSync(files, { mtime: '1980-01-01T12:00:00' }))
}

const printed = (cell: OdsCell): CellValue => (cell !== null && typeof cell === 'object' ? cell.text : cell)
