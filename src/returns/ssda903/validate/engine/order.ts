import type { RawTable, TableName } from '../../tables.ts'
import { dayOf } from './dayOf.ts'
import type { Day, AnyRow } from './rows.ts'

/** The columns that order a child's rows of a table: the start, then the end. */
const spans: Partial<Record<TableName, readonly string[]>> = {
  Episodes: ['DECOM', 'DEC'],
  Reviews: ['REVIEW'],
  PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  Missing: ['MIS_START', 'MIS_END'],
  SWEpisodes: ['SW_DECOM', 'SW_DEC'],
  DoLo: ['DOLO_START', 'DOLO_END'],
}

/**
 * The order of a child's rows within a table: by start, then by end; without a date, last. Rows that agree in both
 * stand in the order of what is written in them, so that the order in the file never matters.
 */
export function inOrderOfStart(raw: RawTable): (a: AnyRow, b: AnyRow) => number {
  const columns = (spans[raw.name] ?? []).map((column) => raw.columns.indexOf(column)).filter((at) => at >= 0)
  const cellsOf = (row: AnyRow): readonly string[] => raw.rows[row.row] ?? []
  return (a, b) => {
    const cellsOfA = cellsOf(a)
    const cellsOfB = cellsOf(b)
    for (const at of columns) {
      const order = compareDays(dayOf(cellsOfA[at] ?? ''), dayOf(cellsOfB[at] ?? ''))
      if (order !== 0) return order
    }
    const textOfA = cellsOfA.join('\0')
    const textOfB = cellsOfB.join('\0')
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
  }
}

function compareDays(a: Day, b: Day): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  return Number.isNaN(b) ? -1 : a - b
}
