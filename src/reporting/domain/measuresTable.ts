import type { Cell, Row, Table } from '../../documents/block.ts'
import { type Measure, type YearFigures, tellsSomething, valued } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { measureValue, partsText, signedChangeText } from './sentences.ts'
import { EMPTY, cell } from './tables.ts'

/**
 * Figures one below the other: percentages with their counts, counts as they are, last year's beside them. Figures
 * that the year has no value for are left out. Null where none is left.
 */
export function measuresTable(
  year: ReportYear,
  ids: readonly string[],
  caption: string,
  notes: readonly string[] = [],
): Table | null {
  const measures = ids.flatMap((id) => valued(year.now, id) ?? []).filter(tellsSomething)
  if (measures.length === 0) return null
  const hasParts = measures.some((measure) => measure.unit === 'percent')
  const rows = measures.map((now): Row => {
    const before = valued(year.before, now.id)
    return {
      heading: now.label,
      cells: [
        ...yearCells(year.now, now, hasParts),
        ...(year.before ? [...yearCells(year.before, before, hasParts), changeCell(year, now, before)] : []),
      ],
      isTotal: false,
    }
  })
  const ofYear = (name: string) => (hasParts ? [name, `${name} share`] : [name])
  return {
    kind: 'table',
    caption,
    headings: ['Measure', ...ofYear(year.now.span), ...(year.before ? [...ofYear(year.before.span), 'Change'] : [])],
    rows,
    notes: rows.some(({ cells }) => cells.at(-1)?.text.endsWith(' points'))
      ? [...notes, 'Changes of shares are in percentage points.']
      : notes,
  }
}

function yearCells(year: YearFigures, measure: Measure | null, hasParts: boolean): Cell[] {
  if (!measure) return hasParts ? [EMPTY, EMPTY] : [EMPTY]
  const value = cell(year, measure, 'value', measureValue(measure))
  if (!hasParts) return [value]
  return measure.unit === 'percent' ? [cell(year, measure, 'parts', partsText(measure)), value] : [value, EMPTY]
}

function changeCell(year: ReportYear, now: Measure, before: Measure | null): Cell {
  const change = signedChangeText(now, before)
  return change === null ? EMPTY : cell(year.now, now, 'change', change)
}
