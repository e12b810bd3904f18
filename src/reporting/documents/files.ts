import type { WrittenReport } from '../app/annualReport.ts'
import { figuresCsv, figuresJson } from './data.ts'
import { reportHtml } from './html.ts'

/** The formats in which the report, or its figures, can be had. */
export const formats = ['html', 'docx', 'csv', 'json'] as const

export type Format = (typeof formats)[number]

/** A file of the report, ready to be stored or sent. */
export interface ReportFile {
  name: string
  type: string
  content: string | Buffer
}

/** The written report in this format. */
export async function reportFile({ report, shownYear }: WrittenReport, format: Format): Promise<ReportFile> {
  switch (format) {
    case 'html':
      return {
        name: `annual-report-${report.year}.html`,
        type: 'text/html; charset=utf-8',
        content: reportHtml(report),
      }
    case 'docx': {
      // Large to load, and only this format needs it.
      const { reportWord } = await import('./word/document.ts')
      return { name: `annual-report-${report.year}.docx`, type: WORD, content: await reportWord(report) }
    }
    case 'csv':
      return { name: `figures-${report.year}.csv`, type: 'text/csv; charset=utf-8', content: figuresCsv(shownYear) }
    case 'json':
      return { name: `figures-${report.year}.json`, type: 'application/json', content: figuresJson(shownYear) }
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
