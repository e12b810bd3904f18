import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { type TableName, tableNames, tables } from '../tables.ts'
import { type ContentPart, storedColumns, writeRow } from './content.ts'
import type { ReturnDocument } from './document.ts'

/** One row of a child: the text of its stored values, by which rows are put in order, and where it stands. */
interface DraftRow {
  text: string
  row: number
}

interface DraftChild {
  tables: Map<TableName, DraftRow[]>
  /** What each table says of date of birth and sex, once, with where it says so first. */
  repeated: { table: TableName; column: string; value: string; row: number }[]
  firstDay: string | null
  lastDay: string | null
  /** Whether a row speaks of the whole year. */
  isInTheYear: boolean
  /** The first day of an episode; null while none is read. */
  firstEpisodeOn: string | null
  /** The first day of a review; null while none is read. */
  firstReviewOn: string | null
}

/** Dates of the child or in the future by their nature: they do not say that something happened then. */
const undated: readonly string[] = ['DOB', 'MC_DOB', 'DUC']
/** Tables whose rows speak of the whole year. */
const ofTheYear: readonly TableName[] = ['UASC', 'OC2', 'OC3', 'PrevPerm']

const layouts = new Map(tableNames.map((table) => [table, layoutOf(table)]))

function layoutOf(table: TableName) {
  const names = tables[table].map((column) => column.name)
  const indexOf = (column: string): number => names.findIndex((name) => name === column)
  return {
    stored: storedColumns(table).map(indexOf),
    isOfTheYear: ofTheYear.includes(table),
    dated: tables[table].flatMap((column, index) =>
      column.kind === 'date' && !undated.includes(column.name) ? [index] : [],
    ),
    repeated: ['DOB', 'SEX'].map((column) => ({ column, index: indexOf(column) })).filter(({ index }) => index >= 0),
  }
}

const newChild = (): DraftChild => ({
  tables: new Map(),
  repeated: [],
  isInTheYear: false,
  firstDay: null,
  lastDay: null,
  firstEpisodeOn: null,
  firstReviewOn: null,
})

/** Something is said of the child on this day: an ISO date or `infinity`, which are in order as text. */
function include(child: DraftChild, day: string): void {
  if (child.firstDay === null || day < child.firstDay) child.firstDay = day
  if (child.lastDay === null || day > child.lastDay) child.lastDay = day
}

/** The documents of a return in the making: takes its rows in any order, gives one document a child. */
export class ReturnDraft {
  readonly #firstDay: string
  readonly #lastDay: string
  /** Who was looked after before this day was due to be reviewed before the year. */
  readonly #reviewedBeforeIfFrom: string
  readonly #children = new Map<string, DraftChild>()
  #latest = { name: '', child: newChild() }
  #speaksOfItsYear = false

  constructor(year: ReportingYear) {
    this.#firstDay = year.firstDay.toString()
    this.#lastDay = year.lastDay.toString()
    this.#reviewedBeforeIfFrom = addMonths(year.firstDay, -2).toString()
  }

  /**
   * Whether the return carries the history of reviews with it, as against those of its own year alone: at least half of
   * the children who were reviewed, and had been looked after for long enough to have been reviewed before, have a review
   * before the year. One stray row must not make every first review of the year look as if none had come before it.
   */
  get carriesEarlierReviews(): boolean {
    let [withEarlier, without] = [0, 0]
    for (const { firstEpisodeOn, firstReviewOn } of this.#children.values()) {
      if (firstReviewOn === null) continue
      if (firstReviewOn < this.#firstDay) withEarlier += 1
      else if (firstEpisodeOn !== null && firstEpisodeOn < this.#reviewedBeforeIfFrom) without += 1
    }
    return withEarlier > 0 && withEarlier >= without
  }

  /** Whether anything in it is dated in its year, or open in it: nothing is where the wrong year was named. */
  get speaksOfItsYear(): boolean {
    return this.#speaksOfItsYear
  }

  /** Takes a row: its values in the order of the table's columns, as `valueOf` gives them. */
  add(table: TableName, values: readonly string[], row: number): void {
    const name = values[0] ?? ''
    const child = name === this.#latest.name ? this.#latest.child : this.#childOf(name)
    const layout = layouts.get(table)
    if (!layout) return
    const draft = { text: writeRow(values, layout.stored), row }
    const rows = child.tables.get(table)
    if (rows) rows.push(draft)
    else child.tables.set(table, [draft])
    for (const { column, index } of layout.repeated) repeat(child, table, column, values[index] ?? '', row)
    if (table === 'OC3') this.#includeYear(child)
    else if (layout.isOfTheYear) child.isInTheYear = true
    else this.#date(child, table, layout.dated, values)
  }

  #includeYear(child: DraftChild): void {
    include(child, this.#firstDay)
    include(child, this.#lastDay)
  }

  // A child's rows mostly stand together.
  #childOf(name: string): DraftChild {
    let child = this.#children.get(name)
    if (!child) this.#children.set(name, (child = newChild()))
    this.#latest = { name, child }
    return child
  }

  #date(child: DraftChild, table: TableName, dated: readonly number[], values: readonly string[]): void {
    let last = ''
    for (const index of dated) {
      const day = values[index] ?? ''
      if (day !== '') include(child, (last = day))
    }
    const [from = '', to = ''] = [values[dated[0] ?? -1], values[dated[1] ?? -1]]
    // Whose start is blank may be in care today all the same: lists say that nobody knows.
    if (table === 'Episodes' && to === '') include(child, (last = 'infinity'))
    if (from === '' || (table !== 'Episodes' && table !== 'Reviews')) return
    const first = table === 'Episodes' ? 'firstEpisodeOn' : 'firstReviewOn'
    if (child[first] === null || from < child[first]) child[first] = from
    this.#speaksOfItsYear ||= from <= this.#lastDay && last >= this.#firstDay
  }

  /** One document a child, in the order of the children's identifiers. */
  documents(): ReturnDocument[] {
    // A child who left in June is none of those looked after in March, whatever was checked in the year.
    for (const child of this.#children.values())
      if (child.isInTheYear && child.firstEpisodeOn === null) this.#includeYear(child)
    return [...this.#children]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, child]) => ({ child: name, firstDay: child.firstDay, lastDay: child.lastDay, ...written(child) }))
  }
}

/** The child's rows as stored text. */
function written(child: DraftChild): Pick<ReturnDocument, 'content' | 'rows'> {
  const parts: [ContentPart, DraftRow[]][] = []
  for (const table of tableNames) {
    const rows = child.tables.get(table)
    if (rows) parts.push([table, rows])
  }
  const differing = differingFrom(child)
  if (differing.length > 0) parts.push(['differing', differing])
  for (const [, rows] of parts) {
    if (rows.length > 1) rows.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.row - b.row))
  }
  const list = (of: (row: DraftRow) => string | number) =>
    `{${parts.map(([part, rows]) => `"${part}":[${rows.map(of).join()}]`).join()}}`
  return { content: list((row) => JSON.stringify(row.text)), rows: list((row) => row.row) }
}

function repeat(child: DraftChild, table: TableName, column: string, value: string, row: number): void {
  if (value === '') return
  for (const one of child.repeated) if (one.value === value && one.table === table && one.column === column) return
  child.repeated.push({ table, column, value, row })
}

/** What other tables say of date of birth and sex that Header does not. */
function differingFrom(child: DraftChild): DraftRow[] {
  const inHeader = child.repeated.filter(({ table }) => table === 'Header')
  return child.repeated
    .filter(({ table }) => table !== 'Header')
    .filter(({ column, value }) => !inHeader.some((one) => one.column === column && one.value === value))
    .map(({ table, column, value, row }) => ({ text: writeRow([table, column, value], [0, 1, 2]), row }))
}
