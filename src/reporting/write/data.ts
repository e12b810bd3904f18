import { type CellValue, toCsv } from '../../platform/csv.ts'
import type { NumberedTable } from '../../documents/document.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import type { Measure, YearFigures } from '../domain/measure.ts'
import type { ReportYear } from '../domain/reportYear.ts'

const yearsOf = (year: ReportYear): YearFigures[] => [year.now, ...(year.before ? [year.before] : [])]

/** The report's figures of both years as one CSV: a row a figure, and one for each of its keys. Hidden numbers are `c`. */
export function figuresCsv(year: ReportYear): string {
  const rows = yearsOf(year).flatMap((figures) =>
    [...figures.measures.values()].flatMap((measure) => measureRows(figures.name, measure)),
  )
  return toCsv([['year', 'id', 'label', 'unit', 'key', 'value', 'numerator', 'denominator', 'reason'], ...rows])
}

function measureRows(year: string, measure: Measure): CellValue[][] {
  const { id, label, unit, value, numerator, denominator, reason } = measure
  return [
    [year, id, label, unit, '', value, numerator, denominator, reason],
    ...measure.breakdown.map((item) => [year, id, item.label, unit, item.key, item.value, null, null, null]),
  ]
}

/** The report as JSON: its figures of both years with their definitions, and every table as it is printed. Hidden numbers are `"c"`. */
export function reportJson({ report, edition, shownYear }: Omit<WrittenReport, 'typed'>): string {
  const years = yearsOf(shownYear).map((figures) => ({
    year: figures.name,
    asAt: figures.asAt.toString(),
    figures: [...figures.measures.values()],
  }))
  const sections = report.sections.map(({ id, number, title, blocks }) => ({
    id,
    number,
    title,
    tables: blocks.flatMap((block) => (block.kind === 'table' ? [tableJson(block)] : [])),
  }))
  const content = { authority: report.authority.code, year: report.year, edition, years, sections }
  return `${JSON.stringify(content, null, 1)}\n`
}

const tableJson = ({ number, caption, headings, rows, notes }: NumberedTable) => ({
  number,
  caption,
  headings,
  rows: rows.map(({ heading, cells }) => [heading, ...cells.map(({ text }) => text)]),
  notes,
})
