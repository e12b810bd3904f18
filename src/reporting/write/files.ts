import type { WrittenReport } from '../app/annualReport.ts'
import { figuresCsv, figuresJson } from './data.ts'
import { documentHtml } from '../../documents/write/html/html.ts'

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
      return {
        name: `annual-report-${edition}.html`,
        type: 'text/html; charset=utf-8',
        content: documentHtml(report),
      }
    case 'docx': {
      // Large to load, and only this format needs it.
      const { documentWord } = await import('../../documents/write/word/document.ts')
      return { name: `annual-report-${edition}.docx`, type: WORD, content: await documentWord(report) }
    }
    case 'pdf': {
      const { documentPdf } = await import('../../documents/write/pdf/document.ts')
      return { name: `annual-report-${edition}.pdf`, type: 'application/pdf', content: await documentPdf(report) }
    }
    case 'csv':
      return { name: `figures-${edition}.csv`, type: 'text/csv; charset=utf-8', content: figuresCsv(shownYear) }
    case 'json':
      return { name: `figures-${edition}.json`, type: 'application/json', content: figuresJson(shownYear) }
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
