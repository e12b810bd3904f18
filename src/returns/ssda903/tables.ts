/**
 * The tables of the SSDA903 return and their columns, as DfE's CSV files name them. The one description that reading,
 * storing and validating share.
 */

/** What a cell must be: `date` is DD/MM/YYYY (or YYYY-MM-DD), `number` whole digits, `text` anything, codes included. */
export type CellKind = 'text' | 'date' | 'number'

export interface Column<Name extends string = string, Kind extends CellKind = CellKind> {
  name: Name
  kind: Kind
  /** Whether a file without this column can't be read. Columns that returns of earlier years did not have are not. */
  isRequired: boolean
}

const text = <Name extends string>(name: Name): Column<Name, 'text'> => ({ name, kind: 'text', isRequired: true })
const day = <Name extends string>(name: Name): Column<Name, 'date'> => ({ name, kind: 'date', isRequired: true })
const number = <Name extends string>(name: Name): Column<Name, 'number'> => ({ name, kind: 'number', isRequired: true })
const optional = <Name extends string, Kind extends CellKind>(column: Column<Name, Kind>): Column<Name, Kind> => ({
  ...column,
  isRequired: false,
})

// prettier-ignore
export const tables = {
  Header: [text('CHILD'), text('SEX'), day('DOB'), text('ETHNIC'), text('UPN'), text('MOTHER'), day('MC_DOB')],
  Episodes: [
    text('CHILD'), day('DECOM'), text('RNE'), text('LS'), text('CIN'), text('PLACE'), text('PLACE_PROVIDER'), day('DEC'), text('REC'),
    optional(text('REASON_PLACE_CHANGE')), text('HOME_POST'), text('PL_POST'), optional(text('URN')),
  ],
  Reviews: [text('CHILD'), day('DOB'), day('REVIEW'), text('REVIEW_CODE')],
  UASC: [text('CHILD'), text('SEX'), day('DOB'), day('DUC')],
  OC2: [
    text('CHILD'), day('DOB'), number('SDQ_SCORE'), text('SDQ_REASON'), text('CONVICTED'), text('HEALTH_CHECK'), text('IMMUNISATIONS'),
    text('TEETH_CHECK'), text('HEALTH_ASSESSMENT'), text('SUBSTANCE_MISUSE'), text('INTERVENTION_RECEIVED'), text('INTERVENTION_OFFERED'),
  ],
  OC3: [text('CHILD'), day('DOB'), text('IN_TOUCH'), text('ACTIV'), text('ACCOM')],
  AD1: [
    text('CHILD'), day('DOB'), day('DATE_INT'), day('DATE_MATCH'), text('FOSTER_CARE'), text('NB_ADOPTR'), text('SEX_ADOPTR'), text('LS_ADOPTR'),
  ],
  PlacedAdoption: [text('CHILD'), day('DOB'), day('DATE_PLACED'), day('DATE_PLACED_CEASED'), text('REASON_PLACED_CEASED')],
  // DATE_PERM may be known to the month or year only, with `zz` for the rest: text, not a date.
  PrevPerm: [text('CHILD'), day('DOB'), text('PREV_PERM'), text('LA_PERM'), text('DATE_PERM')],
  Missing: [text('CHILD'), day('DOB'), text('MISSING'), day('MIS_START'), day('MIS_END')],
  SWEpisodes: [text('CHILD'), day('DOB'), text('SW_ID'), day('SW_DECOM'), day('SW_DEC'), text('SW_REASON')],
  DoLo: [text('CHILD'), day('DOB'), day('DOLO_START'), day('DOLO_END')],
} as const satisfies Record<string, readonly Column[]>

export type TableName = keyof typeof tables

export const tableNames = Object.keys(tables) as TableName[]

/** Columns that DfE's system works out itself. No authority sends them, but a file for the rules may have them. */
export const workedOutColumns: Partial<Record<TableName, readonly string[]>> = {
  Header: ['UASC'],
  Episodes: ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
}

/** What the rows of any table may repeat of the child. */
export const repeatedColumns: readonly string[] = ['CHILD', 'DOB', 'SEX']

/** The table that a column belongs to; no two tables share any but those that are repeated. */
const owners = new Map<string, TableName>(
  tableNames.flatMap((table) => tables[table].map(({ name }) => [name, table] as const)),
)
for (const column of repeatedColumns) owners.delete(column)

/** The one table that has the column, or null: those that rows of any table repeat are no table's own. */
export const tableWithColumn = (column: string): TableName | null => owners.get(column) ?? null

/** Other names that files of a table go by. */
const otherFileNames: Readonly<Record<string, TableName>> = {
  episode: 'Episodes',
  review: 'Reviews',
  placedforadoption: 'PlacedAdoption',
  previouspermanence: 'PrevPerm',
  dolos: 'DoLo',
}

const onlyLettersAndDigits = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const byFileName = new Map<string, TableName>([
  ...tableNames.map((name) => [onlyLettersAndDigits(name), name] as const),
  ...Object.entries(otherFileNames),
])

/** The table that a file of this name holds (`Placed for adoption.csv`), or null: case, spaces and underscores say nothing. */
export const tableOfFile = (fileName: string): TableName | null =>
  byFileName.get(onlyLettersAndDigits(fileName.replace(/\.csv$/i, ''))) ?? null

/** Other names that columns go by: in the XML, and in the texts of DfE's rules. */
const otherColumnNames: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  PL: 'PLACE',
  PLACEMENT: 'PLACE',
  DATE_EPISODE_CEASED: 'DEC',
  UASC_STATUS: 'UASC',
}

/** The column that a heading of a CSV file or an element of the XML names: its name in upper case, by its CSV name. */
export function columnNamed(heading: string): string {
  const name = heading.trim().toUpperCase().replaceAll(' ', '_')
  return otherColumnNames[name] ?? name
}

/** A table as it stands in a file, before anything is made of its cells. */
export interface RawTable {
  name: TableName
  /** The columns that the file has, in upper case, in the file's order. */
  columns: readonly string[]
  /** A row's cells in the order of `columns`; blank cells are `''`. Data row 0 is the file's row 2. */
  rows: readonly (readonly string[])[]
}
