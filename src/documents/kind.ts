import { type PlainDate, date } from '../kernel/dates.ts'
import { type Content, type Register, contentOf, rowKey } from '../registers/register.ts'

/** What someone writes into a document, in one place of it. */
export interface DocumentField {
  /** Unique in the kind: letters, digits and underscores. What is written is kept under it. */
  id: string
  /** Empty where the heading of its part says all. */
  label: string
  /** `text` has paragraphs and lists (`wordsParts`); `line` is one line; `date` is kept as `2023-03-31`. */
  kind: 'text' | 'line' | 'date'
  /** Whether nothing is issued without it. */
  isMandatory: boolean
  /** The most characters. */
  most: number
}

/** A heading with what stands under it: what is withheld from a reader is withheld by parts. */
export interface DocumentPart {
  /** Unique in the kind: letters, digits and underscores. */
  id: string
  heading: string
  fields: readonly DocumentField[]
  /** The readers who may read it, of the kind's own. */
  readers: readonly string[]
  /** Why it is left out for the others; empty where all may read it. */
  whyWithheld: string
}

/** A date of a register that the first issue of a document settles: a correction changes no date. */
export interface SettledDate {
  register: Register
  /** The column's name in the file. */
  column: string
  /** The row with its date, for the document about `ref`; null where it is settled already, `no_row` where it has none. */
  settle: (rowsOf: RowsGiven, ref: string, on: PlainDate) => SettledRow | null | 'no_row'
}

/** Gives the rows of a register as they stand. */
export type RowsGiven = <Row>(register: Register<Row>) => readonly Row[]

/** A row as it is to be kept. */
export interface SettledRow {
  register: Register
  key: string
  content: Content
}

/** A kind of document, described once: all that drafts, issues and files of it need to know. */
export interface DocumentKind {
  /** Letters, digits and underscores. Kept with each document, and so never changed. */
  name: string
  title: string
  /** With its article, in the words of the log: `a record of a review`. */
  called: string
  /** Who may be given it, in words, by the name that parts say: `parent` to `Parent`. */
  readers: Readonly<Record<string, string>>
  parts: readonly DocumentPart[]
  settles: readonly SettledDate[]
}

/** What is written in a document, by field. */
export type WrittenFields = Readonly<Record<string, string>>

/** Makes a kind of its description. Throws where that contradicts itself: it is unfinished. */
export function documentKind(kind: DocumentKind): DocumentKind {
  const ids = [...kind.parts.map(({ id }) => id), ...fieldsOf(kind).map(({ id }) => id)]
  const wrong =
    [kind.name, ...ids].find((id) => !/^\w+$/.test(id)) ?? ids.find((id, index) => ids.indexOf(id) !== index)
  if (wrong !== undefined) throw new Error(`${kind.name}: ${wrong} is no name, or names two things`)
  const readers = Object.keys(kind.readers)
  for (const part of kind.parts) {
    const stranger = part.readers.find((reader) => !readers.includes(reader))
    if (stranger !== undefined) throw new Error(`${kind.name}: nobody is a ${stranger}`)
    const isForAll = readers.every((reader) => part.readers.includes(reader))
    if (isForAll === (part.whyWithheld !== ''))
      throw new Error(`${kind.name}: ${part.id} says why exactly where some may not read it`)
  }
  return kind
}

/** The fields of a kind, in their order. */
export const fieldsOf = ({ parts }: Pick<DocumentKind, 'parts'>): DocumentField[] =>
  parts.flatMap(({ fields }) => fields)

/** Describes a date of a register that an issue settles: in the row that is about what the document is about. */
export const settlesDate = <Row extends object>(
  register: Register<Row>,
  property: keyof Row & string,
  isAbout: (row: Row, ref: string) => boolean,
): SettledDate => ({
  register,
  column: register.columns.find((column) => column.property === property)?.name ?? property,
  settle: (rowsOf, ref, on) => {
    const row = rowsOf(register).find((one) => isAbout(one, ref))
    if (!row) return 'no_row'
    if (row[property] !== null) return null
    const content = contentOf(register, { ...row, [property]: on })
    return { register, key: rowKey(register, content), content }
  },
})

/** Whether a text is a day as fields of dates keep it. */
export function isDay(text: string): boolean {
  try {
    date(text)
    return true
  } catch {
    return false
  }
}
