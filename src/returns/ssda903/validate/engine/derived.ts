import type { RawTable, TableName } from '../../tables.ts'
import type { Reference } from './reference.ts'

/** The columns that DfE's system works out itself. */
export const derivedColumns: Partial<Record<TableName, readonly string[]>> = {
  Header: ['UASC'],
  Episodes: ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
}

// Distances are given to a tenth of a mile.
const STEPS_A_MILE = 10
const METRES_A_MILE = 1609.3

/**
 * The tables with the derived columns, where the files lack them and they can be known:
 * Header.UASC (`1` for a child in the UASC table, `0` for others) and, from the postcodes of an episode, PL_LA (the
 * authority of the placement), PL_LOCATION (`IN` or `OUT` of this authority) and PL_DISTANCE (miles from home).
 */
export function withDerivedColumns(
  tables: readonly RawTable[],
  reference: Reference,
  authority: string | null,
): readonly RawTable[] {
  const uasc = tables.find((table) => table.name === 'UASC')
  return tables.map((table) => {
    if (table.name === 'Header' && uasc && !table.columns.includes('UASC')) return withUasc(table, uasc)
    if (table.name === 'Episodes' && reference.postcodes && !table.columns.includes('PL_LA'))
      return withPlace(table, reference.postcodes, authority)
    return table
  })
}

function withUasc(header: RawTable, uasc: RawTable): RawTable {
  const idOf = (table: RawTable, row: readonly string[]): string =>
    (row[table.columns.indexOf('CHILD')] ?? '').toUpperCase()
  const listed = new Set(uasc.rows.map((row) => idOf(uasc, row)))
  return {
    ...header,
    columns: [...header.columns, 'UASC'],
    rows: header.rows.map((row) => [...row, listed.has(idOf(header, row)) ? '1' : '0']),
  }
}

type Postcodes = NonNullable<Reference['postcodes']>

function withPlace(episodes: RawTable, postcodes: Postcodes, authority: string | null): RawTable {
  const homeAt = episodes.columns.indexOf('HOME_POST')
  const placeAt = episodes.columns.indexOf('PL_POST')
  if (homeAt < 0 || placeAt < 0) return episodes
  const placeOf = (postcode = ''): ReturnType<Postcodes['get']> =>
    postcodes.get(postcode.replaceAll(' ', '').toUpperCase())
  return {
    ...episodes,
    columns: [...episodes.columns, 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
    rows: episodes.rows.map((row) => {
      const home = placeOf(row[homeAt])
      const placement = placeOf(row[placeAt])
      if (!placement) return [...row, '', '', '']
      const location = placement.authority === authority ? 'IN' : 'OUT'
      const metres = home && Math.hypot(home.easting - placement.easting, home.northing - placement.northing)
      const miles = metres === undefined ? '' : roundedTo(metres / METRES_A_MILE, STEPS_A_MILE)
      return [...row, countryOrAuthority(placement.authority), location, miles]
    }),
  }
}

const roundedTo = (value: number, steps: number): string => String(Math.round(value * steps) / steps)

// Placements outside England are known by their country alone.
function countryOrAuthority(authority: string): string {
  const country = { S: 'SCO', N: 'NIR', W: 'WAL' }
  const [letter] = authority
  return letter === 'S' || letter === 'N' || letter === 'W' ? country[letter] : authority
}
