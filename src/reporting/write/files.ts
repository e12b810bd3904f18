import { documentFile } from '../../documents/write/file.ts'
import { documentSheets } from '../../documents/write/sheets.ts'
import { ODS_TYPE, odsFile } from '../../platform/ods.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import { figuresCsv, reportJson } from './data.ts'
import { markersOf } from './markers.ts'
import { ZIP_TYPE, tablesZip } from './tables.ts'

/** The formats in which the report, or its figures, can be had. */
export const formats = ['html', 'docx', 'pdf', 'ods', 'csv', 'json', 'tables'] as const

export type Format = (typeof formats)[number]

/** A file of the report, ready to be stored or sent. */
export interface ReportFile {
  name: string
  type: string
  content: string | Buffer
}

/**
 * The written report in this format. Its name says which edition it is, so that nobody takes the one for the other:
 * `annual-report-2022-23-public.html`.
 */
export async function reportFile(written: WrittenReport, format: Format): Promise<ReportFile> {
  const { report, edition, shownYear } = written
  const stem = `annual-report-${report.year}-${edition}`
  const name = `${stem}.${format}`
  switch (format) {
    case 'html':
    case 'docx':
    case 'pdf':
      return { name, ...(await documentFile(report, format)) }
    case 'ods':
      return { name, type: ODS_TYPE, content: odsFile(report.title, documentSheets(report, markersOf(shownYear))) }
    case 'csv':
      return { name, type: 'text/csv; charset=utf-8', content: figuresCsv(shownYear) }
    case 'json':
      return { name, type: 'application/json', content: reportJson(written) }
    case 'tables':
      return { name: `${stem}-tables.zip`, type: ZIP_TYPE, content: tablesZip(report, markersOf(shownYear)) }
  }
}
