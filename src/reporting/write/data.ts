import { type CellValue, toCsv } from '../../platform/csv.ts'
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

/** The report's figures of both years as JSON, with their definitions. Hidden numbers are `"c"`. */
export function figuresJson(year: ReportYear): string {
  const years = yearsOf(year).map((figures) => ({
    year: figures.name,
    asAt: figures.asAt.toString(),
    figures: [...figures.measures.values()],
  }))
  return `${JSON.stringify({ authority: year.authority.code, years }, null, 1)}\n`
}
