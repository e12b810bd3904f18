import type { RawTable, TableName } from '../../tables.ts'
import type { StoredFailure } from './storedValidation.ts'

/** Gives what reads a cell of a table by row and column; `''` where there is none. */
export function cellReader(tables: readonly RawTable[]) {
  const byName = new Map(
    tables.map(({ name, columns, rows }) => [
      name,
      { rows, places: new Map(columns.map((column, at) => [column, at])) },
    ]),
  )
  return (name: TableName, row: number, column: string): string => {
    const table = byName.get(name)
    const place = table?.places.get(column)
    return place === undefined ? '' : (table?.rows[row]?.[place] ?? '')
  }
}

/** So many birthdays a deadline may be counted from: services to care leavers end at 25. */
const BIRTHDAYS = 26

/** The days that a failing row is about, and whether it tells of where the child lives now. */
export function factsAbout(
  { table, fields }: Pick<StoredFailure, 'table' | 'fields'>,
  cell: (column: string) => string,
): Pick<StoredFailure, 'days' | 'isOfPresent'> {
  const known = (...columns: string[]) => columns.map(cell).filter((day) => day !== '')
  switch (table) {
    case 'Reviews':
      return { days: known('REVIEW'), isOfPresent: false }
    case 'Episodes':
      return {
        days: known('DECOM', ...(fields.includes('DEC') ? ['DEC'] : [])),
        isOfPresent: cell('DEC') === '' && fields.some((field) => field === 'LS' || field === 'PLACE'),
      }
    case 'Header':
      return { days: known('DOB').flatMap(birthdays), isOfPresent: false }
    default:
      return { days: [], isOfPresent: false }
  }
}

const birthdays = (born: string): string[] =>
  Array.from({ length: BIRTHDAYS }, (_, age) => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`)
