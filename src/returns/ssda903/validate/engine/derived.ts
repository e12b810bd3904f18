import type { TableName } from '../../tables.ts'
import { type Child, type ChildRows, ColumnMissing } from './rows.ts'
import type { PostcodePlace, Reference } from './reference.ts'

/** What columns are derived from. */
export interface Surroundings {
  /** The tables of the row's year. */
  hasTable: (table: TableName) => boolean
  /** The child's rows of the row's year. */
  rowsOf: (child: Child) => ChildRows
  reference: Reference
  /** The authority's code; null where it is not known. */
  authority: string | null
}

/** A row of which only its columns' names are known. */
interface NamedCells {
  child: Child
  text: (column: string) => string
}

/** A cell that is worked out. Throws `ColumnMissing` where it can't be. */
type Derive = (row: NamedCells, surroundings: Surroundings) => string

/**
 * The columns that DfE's system works out itself, for files that lack them: Header.UASC (`1` for a child in the UASC
 * table, `0` for others) and, from the postcodes of an episode, PL_LA (the authority that the placement lies in, or
 * the country outside England), PL_LOCATION (`IN` or `OUT` of this authority) and PL_DISTANCE (miles from home).
 */
export const derivedColumns: Partial<Record<TableName, Readonly<Record<string, Derive>>>> = {
  Header: {
    UASC: (header, { hasTable, rowsOf }) => {
      if (!hasTable('UASC')) throw new ColumnMissing('needs the table UASC')
      return rowsOf(header.child).UASC.length > 0 ? '1' : '0'
    },
  },
  Episodes: {
    PL_LA: (episode, surroundings) => {
      const placement = placeOf(episode.text('PL_POST'), surroundings)
      return placement ? countryOrAuthority(placement.authority) : ''
    },
    PL_LOCATION: (episode, surroundings) => {
      if (surroundings.authority === null) throw new ColumnMissing('needs the code of the authority')
      const placement = placeOf(episode.text('PL_POST'), surroundings)
      if (!placement) return ''
      return placement.authority === surroundings.authority ? 'IN' : 'OUT'
    },
    PL_DISTANCE: (episode, surroundings) => {
      const placement = placeOf(episode.text('PL_POST'), surroundings)
      const home = placeOf(episode.text('HOME_POST'), surroundings)
      if (!placement || !home) return ''
      const metres = Math.hypot(home.easting - placement.easting, home.northing - placement.northing)
      return String(Math.round((metres / METRES_A_MILE) * STEPS_A_MILE) / STEPS_A_MILE)
    },
  },
}

const METRES_A_MILE = 1609.3
// Distances are given to a tenth of a mile.
const STEPS_A_MILE = 10

function placeOf(postcode: string, { reference }: Surroundings): PostcodePlace | undefined {
  if (!reference.postcodes) throw new ColumnMissing('needs a list of postcodes (postcodes.csv)')
  return reference.postcodes.get(postcode.replaceAll(' ', ''))
}

// Placements outside England are known by their country alone.
function countryOrAuthority(authority: string): string {
  const countries: Readonly<Record<string, string>> = { S: 'SCO', N: 'NIR', W: 'WAL' }
  return countries[authority.slice(0, 1)] ?? authority
}
