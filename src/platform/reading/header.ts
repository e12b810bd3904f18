import type { FileReport } from './problems.ts'
import type { TableLayout } from './rows.ts'

/** The columns that the cells of a table's first row name. Where they are not the table's, says why and gives the file up. */
export function columnsOf(
  layout: TableLayout,
  cells: readonly string[],
  row: number,
  report: FileReport,
): readonly string[] | null {
  const columns = cells.map(layout.columnNamed)
  const expected = layout.columns.map((column) => column.name)
  const firstPlaces = new Map<string, number>()
  for (const [index, name] of columns.entries()) if (!firstPlaces.has(name)) firstPlaces.set(name, index)
  const found = new Set(expected.filter((name) => firstPlaces.has(name)))
  // A cell of a row without a header may happen to be named like a column (`PLACE` is a code too).
  if (found.size === 0 || (found.size === 1 && cells.length > 2)) {
    report.giveUp(whyNoHeader(cells, layout, expected), { row, value: cells.join(',') })
    return null
  }
  for (const column of layout.columns) {
    if (found.has(column.name)) continue
    if (column.isRequired) report.error('the column is missing', { row, column: column.name })
    else if (layout.missingColumnNote !== undefined) report.warn(layout.missingColumnNote, { row, column: column.name })
  }
  for (const [index, name] of columns.entries()) {
    if (name !== '' && firstPlaces.get(name) !== index) {
      report.error('the column is there twice', { row, column: name, value: cells[index] ?? '' })
    } else if (!found.has(name)) {
      report.warn('is no column of this table: it is not read', { row, column: name, value: cells[index] ?? '' })
    }
  }
  if (report.errorCount === 0) return columns
  report.giveUp('was not read further, since its columns are not those of the table', { row })
  return null
}

function whyNoHeader(cells: readonly string[], { columnNamed }: TableLayout, expected: readonly string[]): string {
  const line = cells.join(',')
  for (const [delimiter, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'vertical bars'],
  ] as const) {
    const parts = line.split(delimiter).map(columnNamed)
    if (parts.filter((part) => expected.includes(part)).length > 1) {
      return `has its cells divided by ${name}: save it with commas`
    }
  }
  if (line.trimStart().startsWith('<')) return 'holds XML or a web page, not CSV: save the table as CSV (UTF-8)'
  return `has no row of column names at its top: expected ${expected.join(', ')}`
}
