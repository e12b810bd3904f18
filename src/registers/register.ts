import type * as z from 'zod'
import { rememberedFor } from '../kernel/remember.ts'
import { isPlainDate } from '../kernel/dates.ts'
import { type ColumnKind, PERSON, descriptionOf } from './columns.ts'
import { withVersionOf } from './version.ts'

/** A value as it is kept: a date as `2022-04-01`, a yes as true. */
export type StoredValue = string | number | boolean

/** A row as it is kept, by column; what is blank is left out. */
export type Content = Readonly<Record<string, StoredValue>>

/** One column of a register. `name`: in its file; `property`: in a row, as the code knows it. */
export type Column = ColumnKind & { name: string; property: string; isMandatory: boolean }

/** What is wrong with a row, and in which of its columns. */
export interface Fault {
  column: string
  /** To be read after the value: `is before the start`. */
  reason: string
}

/** A row of which some cells may be wrong: those are not there. */
export type UncertainRow<Shape extends z.ZodRawShape> = z.output<
  z.ZodObject<{ -readonly [Name in keyof Shape]: z.ZodOptional<Shape[Name]> }>
>

/** A rule over the columns of one row, each by its name in the code. */
export interface RowCheck<Row> {
  /** The columns it reads: where one of them can't be read, it has nothing to say. The first is the one at fault. */
  columns: readonly [keyof Row & string, ...(keyof Row & string)[]]
  /** Why the row is wrong, or null. `fileName` gives a column's name in its file, for people to read. */
  why: (row: Row, fileName: (property: string) => string) => string | null
}

/**
 * A rule over all rows of a register, those stored and those that come: the faults of each row, by its key. The column of
 * a fault is named as in the code.
 */
export type SetCheck<Row> = (rows: ReadonlyMap<string, Row>) => ReadonlyMap<string, readonly Fault[]>

/** What a rule over several registers is judged by, beside the rows of its own. */
export interface Beside {
  /** The rows of one of the registers that the rule reads: those stored and those that come. */
  rowsOf: <Row>(register: Register<Row>) => readonly Row[]
  /** What the authority has set itself, for the settings of rooms to read; null where it is not known. */
  settings: Readonly<Record<string, unknown>> | null
}

/** A rule over the rows of a register and those of others: a hearing before its proceedings were issued. */
export interface CheckWith<Row> {
  reads: readonly Register[]
  /** The faults of each row, by its key. The column of a fault is named as in the code. */
  faults: (rows: ReadonlyMap<string, Row>, beside: Beside) => ReadonlyMap<string, readonly Fault[]>
}

/** How a register is described: its columns by their names in the code, as an object of zod, each with what it is for people. */
export interface RegisterDescription<Shape extends z.ZodRawShape> {
  /** The name of its file and sheet: `officers`. */
  name: string
  /** One sentence: what a row is. */
  summary: string
  columns: z.ZodObject<Shape>
  /** The columns that tell one row from another, by their names in the code. */
  key: readonly (keyof Shape & string)[]
  /** Which column stands in the key where one of it is blank: the day a review is booked for, until it is held. */
  keyWhereBlank?: Partial<Record<keyof Shape & string, keyof Shape & string>>
  checks?: readonly RowCheck<UncertainRow<Shape>>[]
  setChecks?: readonly SetCheck<z.output<z.ZodObject<Shape>>>[]
  checksWith?: readonly CheckWith<z.output<z.ZodObject<Shape>>>[]
  /** Whether its rows are texts: kept as documents, and taken in and given back only where that is asked for. */
  isText?: boolean
  /** The most characters of a cell of its file; 20,000, a long note, unless given. */
  longestCell?: number
}

/** A register: all that reading, checking, keeping, writing and explaining it need to know. */
export interface Register<Row = unknown> {
  name: string
  summary: string
  columns: readonly Column[]
  /** The columns of the key, by their names in the file. */
  key: readonly string[]
  /** Which column stands in the key where one of it is blank, by their names in the file. */
  keyWhereBlank: Readonly<Record<string, string>>
  /** The row that a stored content says, not to be changed: the same for the same content. Throws where it is none of this register's. */
  read: (content: Content) => Row
  /** What is wrong with a row beyond its single cells. `faulty`: the columns whose cells can't be read. */
  faultsOf: (content: Content, faulty: ReadonlySet<string>) => Fault[]
  /** Whether its rows are texts, which are kept as documents and not here. */
  isText: boolean
  /** The most characters of a cell of its file. */
  longestCell: number
  /** Whether it has rules between its rows: without any, nobody has to gather them all. */
  hasChecksAmong: boolean
  /** What is wrong between rows, by key; each of them is right in itself. */
  faultsAmong: (contents: ReadonlyMap<string, Content>) => ReadonlyMap<string, readonly Fault[]>
  /** Whether it has rules that read other registers, or what the authority has set. */
  hasChecksWith: boolean
  /** The other registers that its rules read. */
  readsBeside: readonly Register[]
  /** What is wrong between its rows and those of others, by key. */
  faultsWith: (contents: ReadonlyMap<string, Content>, beside: Beside) => ReadonlyMap<string, readonly Fault[]>
  /** The rows of this register among those kept: the same list for the same rows. Throws as `read` does. */
  rowsIn: (stored: StoredRows) => readonly Row[]
}

/** Rows as they are kept, by register and key. */
export type StoredRows = ReadonlyMap<string, ReadonlyMap<string, Content>>

/** How many rows these registers have together. */
export const countOf = (stored: StoredRows): number => [...stored.values()].reduce((sum, { size }) => sum + size, 0)

/** No register has a row. */
export const noRows: StoredRows = new Map()

/** Rows as they stand once these are kept, each in place of what was kept under its key. Registers of none stay the same. */
export function withKept(
  stored: StoredRows,
  kept: readonly { register: Pick<Register, 'name'>; key: string; content: Content }[],
): StoredRows {
  const all = new Map(stored)
  for (const [name, rows] of Map.groupBy(kept, ({ register }) => register.name)) {
    const ofRegister = new Map(stored.get(name))
    for (const { key, content } of rows) ofRegister.set(key, content)
    all.set(name, ofRegister)
  }
  return all
}

/** The rows of a register: `RowOf<typeof officers>`. */
export type RowOf<Described> = Described extends Register<infer Row> ? Row : never

const noContents: ReadonlyMap<string, Content> = new Map()

/** Makes a register from its description. */
export function register<Shape extends z.ZodRawShape>(
  description: RegisterDescription<Shape>,
): Register<z.output<z.ZodObject<Shape>>> {
  const { name, summary, columns: schema, key, keyWhereBlank = {} } = description
  const { checks = [], setChecks = [], checksWith = [] } = description
  const { isText = false, longestCell = LONGEST_CELL } = description
  // Made when a row is first checked: every command describes every register, and most check no row.
  const partialOf = rememberedFor((whole: typeof schema) => whole.partial())
  const columns = Object.entries(schema.shape).map(([property, type]): Column => {
    const { is, isMandatory, fileName } = descriptionOf(property, type)
    return { name: fileName ?? inFile(property), property, isMandatory, ...is }
  })
  const names = new Map(columns.map(({ property, name: inItsFile }) => [property, inItsFile]))
  const fileName = (property: string): string => names.get(property) ?? property
  const named = ({ column, reason }: Fault): Fault => ({ column: fileName(column), reason })
  const fileKey = key.map(fileName)
  const inKeyWhereBlank = Object.fromEntries(
    Object.entries(keyWhereBlank).map(([column, instead]) => [fileName(column), fileName(String(instead))]),
  )
  // Asked of the same contents by every page and every change. Frozen, since all of them share the row.
  const read = rememberedFor((content: Content) => {
    const raw: Record<string, unknown> = {}
    // What is blank is filled in here: a default in each column's schema makes reading three times as slow.
    for (const { name: inItsFile, property } of columns) raw[property] = content[inItsFile] ?? null
    const row = schema.parse(raw)
    Object.freeze(row)
    return withVersionOf(content, row)
  })
  const rowsOf = rememberedFor((contents: ReadonlyMap<string, Content>) => Array.from(contents.values(), read))
  const rowsByKey = rememberedFor((contents: ReadonlyMap<string, Content>) => {
    const rows = new Map<string, z.output<z.ZodObject<Shape>>>()
    for (const [rowKey, content] of contents) rows.set(rowKey, read(content))
    return rows
  })
  return {
    name,
    summary,
    key: fileKey,
    keyWhereBlank: inKeyWhereBlank,
    columns,
    isText,
    longestCell,
    read,
    rowsIn: (stored) => rowsOf(stored.get(name) ?? noContents),
    faultsOf: (content, faulty) => {
      const tooLong = fileKey.flatMap((column) => (isTooLong(content[column]) ? [{ column, reason: TOO_LONG }] : []))
      const relevant = checks.filter((check) => !check.columns.some((column) => faulty.has(fileName(column))))
      if (relevant.length === 0) return tooLong
      const said = columns.filter((column) => content[column.name] !== undefined)
      const row = partialOf(schema).parse(
        Object.fromEntries(said.map((column) => [column.property, content[column.name]])),
      )
      const faults = relevant.flatMap(({ columns: [column], why }) => {
        const reason = why(row, fileName)
        return reason === null ? [] : [named({ column, reason })]
      })
      return [...tooLong, ...faults]
    },
    hasChecksAmong: setChecks.length > 0,
    faultsAmong: (contents) => faultsBy(setChecks, contents),
    hasChecksWith: checksWith.length > 0,
    readsBeside: [...new Set(checksWith.flatMap(({ reads }) => reads))],
    faultsWith: (contents, beside) =>
      faultsBy(
        checksWith.map(
          ({ faults }) =>
            (rows: ReadonlyMap<string, z.output<z.ZodObject<Shape>>>) =>
              faults(rows, beside),
        ),
        contents,
      ),
  }

  function faultsBy(
    rules: readonly SetCheck<z.output<z.ZodObject<Shape>>>[],
    contents: ReadonlyMap<string, Content>,
  ): ReadonlyMap<string, readonly Fault[]> {
    const found = new Map<string, Fault[]>()
    if (rules.length === 0) return found
    const rows = rowsByKey(contents)
    for (const check of rules) {
      for (const [rowKey, faults] of check(rows)) {
        found.set(rowKey, [...(found.get(rowKey) ?? []), ...faults.map(named)])
      }
    }
    return found
  }
}

/** `officerId` is `officer_id` in a file, unless its column says otherwise. */
const inFile = (property: string): string => property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The content that keeps this row: what `read` of its register gives the row of. */
export function contentOf({ columns }: Pick<Register, 'columns'>, row: object): Content {
  const values = new Map<string, unknown>(Object.entries(row))
  const content: Record<string, StoredValue> = {}
  for (const column of columns) {
    const stored = storedValue(values.get(column.property), 'hasSeveral' in column)
    if (stored !== null) content[column.name] = stored
  }
  return content
}

function storedValue(value: unknown, hasSeveral: boolean): StoredValue | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return hasSeveral ? value.split('\n').join('; ') : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (isPlainDate(value)) return value.toString()
  if (Array.isArray(value) && hasSeveral) return value.length === 0 ? null : value.join('; ')
  throw new Error('a row holds a value that no column of a register does')
}

/** The longest text of a cell: a long note. */
const LONGEST_CELL = 20_000

/** The longest name of a thing in a key: an index of the database takes 2,704 bytes. */
const LONGEST_NAME = 200
const TOO_LONG = `is longer than ${LONGEST_NAME} characters`
const isTooLong = (value: StoredValue | undefined): boolean => typeof value === 'string' && value.length > LONGEST_NAME

/** What tells a row from all others: its key's values as one text. */
export const rowKey = ({ key, keyWhereBlank = {} }: Keyed, content: Content): string =>
  JSON.stringify(key.map((column) => content[column] ?? content[keyWhereBlank[column] ?? ''] ?? ''))

/** What says the key of a register's rows. */
type Keyed = Pick<Register, 'key'> & Partial<Pick<Register, 'keyWhereBlank'>>

/** Whether a row says that a column of it names a thing, and no other text. */
export const isReferring = (column: Column, content: Content): boolean =>
  !('onlyWhere' in column) || content[column.onlyWhere.column] === column.onlyWhere.is

/** The columns that name people. Read off a register once: whole registers are gone through by them, row by row. */
const columnsOfPeople = rememberedFor(({ columns }: Pick<Register, 'columns'>): Column[] =>
  columns.filter((column) => 'thing' in column && column.thing === PERSON),
)

/** The person whom a column of a row names; nothing where it names nobody, or someone who is no person of the registers. */
const personIn = (column: Column, content: Content): StoredValue | undefined =>
  isReferring(column, content) ? content[column.name] : undefined

/** Gives the row that is kept under a key of a register; nothing where none is. */
export type FindRow = (register: string, key: string) => Content | undefined

/** The people whom a row names, the one it is about first. */
export const peopleNamed = (register: Pick<Register, 'columns'>, content: Content): string[] =>
  columnsOfPeople(register)
    .map((column) => personIn(column, content))
    .filter((name) => typeof name === 'string')

/** Whether all people whom a row names are such: what `peopleNamed` says, without a list for each row. */
export const namesOnly = (register: Pick<Register, 'columns'>, isSuch: (person: string) => boolean) => {
  const columns = columnsOfPeople(register)
  return (content: Content): boolean =>
    columns.every((column) => {
      const name = personIn(column, content)
      return typeof name !== 'string' || isSuch(name)
    })
}
