import type { Finding } from '../../../house/finding.ts'
import type { FactSource } from '../../../children/domain/record.ts'
import { date, longDate } from '../../../kernel/dates.ts'
import type { TableName } from '../tables.ts'
import {
  type Content,
  type ContentPart,
  type ContentRows,
  type StoredRow,
  parseContent,
  parseRows,
  readRow,
} from './content.ts'
import type { YearDocument } from './document.ts'
import { type KnownReturns, lastDayOf } from './knownReturns.ts'

/** One year's document, ready to be merged. */
export interface Part {
  year: number
  content: Content
  rows: ContentRows
}

/** A row of a part with where it stood. */
export interface SourcedRow {
  text: string
  values: StoredRow
  source: FactSource
}

/** Takes what is odd; null where nobody asks. */
export type Note = ((finding: Omit<Finding, 'child'>) => void) | null

/** The child's parts, the latest year first. */
export const partsOf = (documents: readonly YearDocument[]): Part[] =>
  documents
    .map(({ year, content, rows }) => ({ year, content: parseContent(content), rows: parseRows(rows) }))
    .sort((a, b) => b.year - a.year)

const none: readonly never[] = []

/**
 * The part's rows in the stored order, each that stands there several times once; without those that `isLeftOut` by
 * their text.
 */
export function distinctRows(
  part: Part,
  table: ContentPart,
  isLeftOut?: (text: string) => boolean,
): readonly SourcedRow[] {
  const stored = part.content[table]
  if (!stored) return none
  const numbers = part.rows[table]
  const found: SourcedRow[] = []
  for (let index = 0; index < stored.length; index++) {
    const text = stored[index]
    // Rows are stored in order: the same ones stand together.
    if (text === undefined || text === stored[index - 1] || isLeftOut?.(text)) continue
    found.push({ text, values: readRow(text), source: { year: part.year, table, row: numbers?.[index] ?? 0 } })
  }
  return found
}

/**
 * The row that counts where there should be one: the one with the most values recorded, of those the first in the
 * stored order, so that the order in the file does not decide.
 */
export function fullestRow(rows: readonly SourcedRow[]): SourcedRow | null {
  let [fullest = null] = rows
  for (const row of rows.length > 1 ? rows : none) {
    if (!fullest || recorded(row) > recorded(fullest)) fullest = row
  }
  return fullest
}

const recorded = (row: SourcedRow): number => row.values.filter((value) => value !== '').length

/**
 * The rows of all parts that start on a day (its column stands at `dayPlace`), in the order of their days: of each day, what the
 * latest return says that has any row for it. Rows without a day are left out. So are rows of an earlier return dated
 * in a year whose own return is known and does not have them.
 */
export function rowsByDay(
  parts: readonly Part[],
  table: TableName,
  dayPlace: number,
  returns: KnownReturns,
  note: Note,
): SourcedRow[] {
  const having = parts.filter((part) => part.content[table] !== undefined)
  const kept: SourcedRow[] = []
  const days = new Set<string>()
  for (const part of having) {
    const lastDay = lastDayOf(part.year)
    const keptBefore = kept.length
    for (const row of distinctRows(part, table, dayPlace === 0 ? (text) => days.has(firstValue(text)) : undefined)) {
      const day = row.values[dayPlace] ?? ''
      if (day === '' || days.has(day)) continue
      if (day <= lastDay || !returns.hasReturnOf(day)) kept.push(row)
      else note?.(notInOwnReturn(row.source, table, day))
    }
    // Only now: the part itself may have several rows for a day.
    for (let index = keptBefore; index < kept.length; index++) days.add(kept[index]?.values[dayPlace] ?? '')
  }
  if (having.length < 2 && dayPlace === 0) return kept
  const dayOf = ({ values }: SourcedRow): string => values[dayPlace] ?? ''
  return kept.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

function firstValue(text: string): string {
  const end = text.indexOf('|')
  return end === -1 ? text : text.slice(0, end)
}

/** A return stated something ahead of its year, and the return of that year, when it came, did not. */
export const notInOwnReturn = (source: FactSource, table: TableName, day: string): Omit<Finding, 'child'> => ({
  code: 'not_in_own_return',
  source,
  what: `A row of ${table} is dated ${longDate(date(day))}, after its return’s year, and that year’s own return does not have it.`,
  counted: 'It is not counted: a year’s own return decides what was in that year.',
})
