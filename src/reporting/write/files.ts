import type { WrittenReport } from '../app/annualReport.ts'
import { figuresCsv, figuresJson } from './data.ts'
import { documentFile } from '../../documents/write/file.ts'

/** The formats in which the report, or its figures, can be had. */
export const formats = ['html', 'docx', 'pdf', 'csv', 'json'] as const

export type Format = (typeof formats)[number]

/** A file of the report, ready to be stored or sent. */
export interface ReportFile {
  name: string
  type: string
  content: string | Buffer
}

/**
 * The written report in this format. Its name says which edition it is: `public` has small numbers hidden, `board` shows
 * them all, so that nobody takes the one for the other.
 */
export async function reportFile({ report, shownYear }: WrittenReport, format: Format): Promise<ReportFile> {
  const edition = `${report.year}-${shownYear.areSmallNumbersHidden ? 'public' : 'board'}`
  switch (format) {
    case 'html':
    case 'docx':
    case 'pdf':
      return { name: `annual-report-${edition}.${format}`, ...(await documentFile(report, format)) }
    case 'csv':
      return { name: `figures-${edition}.csv`, type: 'text/csv; charset=utf-8', content: figuresCsv(shownYear) }
    case 'json':
      return { name: `figures-${edition}.json`, type: 'application/json', content: figuresJson(shownYear) }
  }
}
