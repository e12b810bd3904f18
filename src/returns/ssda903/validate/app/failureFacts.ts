import type { RawTable, TableName } from '../../tables.ts'

/** What a failing row says of its child. */
export interface FactsOfFailure {
  /** The days that the row is about, as ISO text: a deadline counted from one of these may be wrong. */
  days: readonly string[]
  /** Whether it is about where the child lives, or by which law, now: all of the child's deadlines may be wrong. */
  isOfPresent: boolean
}

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
  { table, fields }: { table: TableName; fields: readonly string[] },
  cell: (column: string) => string,
): FactsOfFailure {
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
