import { type TableName, tables } from '../tables.ts'

/**
 * What a document says, as it is stored: for each table its rows as `writeRow` gives them, in the order of their text, so
 * that the order in the file says nothing. Dates are ISO.
 */
export type Content = Partial<Record<ContentPart, readonly string[]>>

/** `differing`: what tables say of the child itself where it is not what Header says: the table, DOB or SEX, the value. */
export type ContentPart = TableName | 'differing'

/** A row's values in the order of `storedColumns`. */
export type StoredRow = readonly string[]

const SEPARATOR = '|'

/**
 * A row as one text, of the values at these places, blank ones at its end left out: a child's rows are read far more
 * often than each of their values. A vertical bar, which no code, date or postcode has, is kept as a broken one.
 */
export function writeRow(values: StoredRow, places: readonly number[]): string {
  const written = places.map((place) => {
    const value = values[place] ?? ''
    return value.includes(SEPARATOR) ? value.replaceAll(SEPARATOR, '¦') : value
  })
  while (written.at(-1) === '') written.pop()
  return written.join(SEPARATOR)
}

export const readRow = (text: string): StoredRow => text.split(SEPARATOR)

/** The numbers of the content's rows in their files, part by part in the same order. */
export type ContentRows = Partial<Record<ContentPart, readonly number[]>>

const ofTheChild = ['CHILD', 'DOB', 'SEX'] as const

type ColumnName<Table extends TableName> = (typeof tables)[Table][number]['name']

/** The names of the columns whose values a table's rows hold. */
export type StoredColumn<Table extends TableName> = Table extends 'Header'
  ? Exclude<ColumnName<'Header'>, 'CHILD'>
  : Exclude<ColumnName<Table>, (typeof ofTheChild)[number]>

/**
 * The columns whose values a table's rows hold, in order: without the child's identifier and, outside Header, without
 * what repeats Header. New columns are added at a table's end, so that what is stored stays readable.
 */
export function storedColumns(table: TableName): readonly string[] {
  const names = tables[table].map((column) => column.name)
  return names.filter((name) =>
    table === 'Header' ? name !== 'CHILD' : !ofTheChild.some((repeated) => repeated === name),
  )
}

/**
 * Where a table's columns stand in its stored rows, by their names: `placesIn('Reviews')('REVIEW')`. To be asked once, where a
 * module begins: rows are read by place, and far too often to look for a name.
 */
export function placesIn<Table extends TableName>(table: Table): (column: StoredColumn<Table>) => number {
  const columns = storedColumns(table)
  return (column) => columns.indexOf(column)
}

/** The value at a place of a stored row; `''` where it is blank. */
export const valueAt = ({ values }: { values: StoredRow }, place: number): string => values[place] ?? ''

/** Reads stored content. Throws where it is not what `ReturnDraft` writes: the database holds something else then. */
export function parseContent(text: string): Content {
  const value: unknown = JSON.parse(text)
  if (!isContent(value)) throw new Error('a stored document of a return is not readable')
  return value
}

/** Reads the row numbers stored beside content. Throws like `parseContent`. */
export function parseRows(text: string): ContentRows {
  const value: unknown = JSON.parse(text)
  if (!isContentRows(value)) throw new Error('the row numbers of a stored document are not readable')
  return value
}

// No deeper look: every read of the records passes here, and what is stored was written by `ReturnDraft` alone.
const isContent = (value: unknown): value is Content => isObject(value)
const isContentRows = (value: unknown): value is ContentRows => isObject(value)

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
