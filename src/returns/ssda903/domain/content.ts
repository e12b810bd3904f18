import { type TableName, tableNames, tables } from '../tables.ts'

/**
 * What a document says, as it is stored: for each table its rows, each a list of the row's values in the order of
 * `storedColumns`, blank ones at its end left out. Dates are ISO. Rows stand in the order of their text, so that the
 * order in the file says nothing.
 */
export type Content = Partial<Record<TableName, readonly StoredRow[]>> & {
  /** What other tables say of the child itself where it is not what Header says. */
  differing?: readonly Differing[]
}

export type StoredRow = readonly string[]

/** The table, the column (DOB or SEX) and its value. */
export type Differing = readonly [table: TableName, column: string, value: string]

/** The row numbers of the content's rows, part by part in the same order. */
export type ContentRows = Partial<Record<TableName | 'differing', readonly number[]>>

const ofTheChild: readonly string[] = ['CHILD', 'DOB', 'SEX']

/**
 * The columns whose values a table's rows hold, in order: without the child's identifier and, outside Header, without
 * what repeats Header. New columns are added at a table's end, so that what is stored stays readable.
 */
export function storedColumns(table: TableName): readonly string[] {
  const names = tables[table].map((column) => column.name)
  return names.filter((name) => (table === 'Header' ? name !== 'CHILD' : !ofTheChild.includes(name)))
}

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
const isContent = (value: unknown): value is Content => hasOnlyLists(value)
const isContentRows = (value: unknown): value is ContentRows => hasOnlyLists(value)

const partNames = new Set<string>([...tableNames, 'differing'])

const hasOnlyLists = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([part, list]) => partNames.has(part) && Array.isArray(list))
