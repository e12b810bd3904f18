import type { FactSource } from '../../../children/domain/record.ts'
import { date, longDate } from '../../../kernel/dates.ts'
import { type TableName, tableNames } from '../tables.ts'
import { codedColumns } from './codes.ts'
import { type StoredRow, placesIn, readRow, storedColumns } from './content.ts'
import { isCeasing } from './episodeRows.ts'
import { lastDayOf } from './knownReturns.ts'
import { isSdqScore } from './mergeOthers.ts'
import { type Note, type Part, distinctRows } from './parts.ts'

const inReviews = placesIn('Reviews')
const [REVIEW, REVIEW_CODE] = [inReviews('REVIEW'), inReviews('REVIEW_CODE')]
const SDQ_SCORE = placesIn('OC2')('SDQ_SCORE')

/** Tables in which a return has one row a child. */
const oneRowAChild: readonly TableName[] = ['Header', 'OC2', 'OC3']

/** Columns whose start and end make a stretch of time; the row is not counted without the start. */
const stretches: Readonly<Partial<Record<TableName, { start: string; end: string | null }>>> = {
  Episodes: { start: 'DECOM', end: 'DEC' },
  Reviews: { start: 'REVIEW', end: null },
  Missing: { start: 'MIS_START', end: 'MIS_END' },
  AD1: { start: 'DATE_INT', end: null },
  PlacedAdoption: { start: 'DATE_PLACED', end: 'DATE_PLACED_CEASED' },
}

/** Columns whose dates can't lie after the year that the return is of. */
const datesOfThePast: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Header: ['DOB', 'MC_DOB'],
  Episodes: ['DECOM', 'DEC'],
  Reviews: ['REVIEW'],
  Missing: ['MIS_START', 'MIS_END'],
  AD1: ['DATE_INT', 'DATE_MATCH'],
  PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
}

/** Notes what is odd within one return's document of a child, row by row. */
export function documentFindings(part: Part, note: NonNullable<Note>): void {
  for (const table of tableNames) {
    const rows = part.content[table]
    if (!rows) continue
    for (const [index, text] of rows.entries()) {
      const source = { year: part.year, table, row: part.rows[table]?.[index] ?? 0 }
      const before = rows[index - 1]
      if (before === text) {
        note({
          code: 'repeated_row',
          source,
          what: `The same row stands in ${table} before.`,
          counted: 'It is counted once.',
        })
        continue
      }
      const values = readRow(text)
      if (before !== undefined) severalRows(table, readRow(before), values, source, note)
      unknownCodes(table, values, source, note)
      oddDates(table, values, source, part.year, note)
    }
  }
  differences(part, note)
}

function severalRows(
  table: TableName,
  before: StoredRow,
  values: StoredRow,
  source: FactSource,
  note: NonNullable<Note>,
): void {
  if (oneRowAChild.includes(table)) {
    note({
      code: 'second_row_of_child',
      source,
      what: `${table} has more than one row of this child, and they differ.`,
      counted: 'The one with the most recorded values is counted.',
    })
  }
  const day = values[REVIEW]
  if (table !== 'Reviews' || before[REVIEW] !== day || !day) return
  note({
    code: 'review_codes_differ',
    source,
    what: `A review on ${longDate(date(day))} stands there with ${before[REVIEW_CODE] ?? 'no code'} and with ${values[REVIEW_CODE] ?? 'no code'}.`,
    counted: 'It is counted once, with the lowest code that is recorded.',
  })
}

function unknownCodes(table: TableName, values: StoredRow, source: FactSource, note: NonNullable<Note>): void {
  for (const { column, index, codes } of codedColumns.get(table) ?? []) {
    const value = values[index] ?? ''
    if (value === '' || codes.has(value)) continue
    note({
      code: 'unknown_code',
      source,
      what: `${column} is ${value}, which is no code of any year’s return.`,
      counted: 'The row is counted. The code is shown as it stands and belongs to no group.',
    })
  }
  const score = table === 'OC2' ? (values[SDQ_SCORE] ?? '') : ''
  if (score === '' || isSdqScore(score)) return
  note({
    code: 'impossible_score',
    source,
    what: `SDQ_SCORE is ${score}: a score is 0 to 40.`,
    counted: 'It is counted as not recorded.',
  })
}

function oddDates(
  table: TableName,
  values: StoredRow,
  source: FactSource,
  year: number,
  note: NonNullable<Note>,
): void {
  const valueIn = (column: string): string => values[storedIndex(table, column)] ?? ''
  for (const column of datesOfThePast[table] ?? []) {
    const day = valueIn(column)
    if (day <= lastDayOf(year)) continue
    note({
      code: 'after_year',
      source,
      what: `${column} is ${longDate(date(day))}, after the year of the return.`,
      counted: 'It is counted on that day, unless that year’s own return is imported and does not have it.',
    })
  }
  const stretch = stretches[table]
  if (!stretch) return
  const [start, end] = [valueIn(stretch.start), stretch.end === null ? '' : valueIn(stretch.end)]
  if (start === '') {
    note({ code: 'blank_start', source, what: `${stretch.start} is blank.`, counted: 'The row is not counted.' })
  } else if (end !== '' && end < start) {
    note({
      code: 'ends_before_start',
      source,
      what: `${stretch.end ?? ''} is ${longDate(date(end))}, before ${stretch.start}, ${longDate(date(start))}.`,
      counted: endsBeforeStartCounted(table, valueIn('REC')),
    })
  }
  if (table === 'Episodes' && end === '' && valueIn('REC') !== '') {
    note({
      code: 'reason_without_end',
      source,
      what: `The episode from ${start === '' ? 'an unknown day' : longDate(date(start))} has ${valueIn('REC')} as the reason it ceased, but DEC is blank.`,
      counted: 'It is counted as open.',
    })
  }
}

function endsBeforeStartCounted(table: TableName, reasonCeased: string): string {
  if (table === 'Episodes' && !isCeasing(reasonCeased)) return 'It is counted as lasting until the next episode starts.'
  return table === 'PlacedAdoption'
    ? 'Both days are counted as they stand.'
    : 'It is counted as ending on the day it starts.'
}

function differences(part: Part, note: NonNullable<Note>): void {
  const isInHeader = part.content.Header !== undefined
  for (const { values, source } of isInHeader ? distinctRows(part, 'differing') : []) {
    const [table = '', column = '', value = ''] = values
    note({
      code: 'differs_from_header',
      source: { ...source, table },
      what: `${column} is ${column === 'DOB' ? longDate(date(value)) : value} in ${table}, and something else in Header.`,
      counted: 'What Header says is counted.',
    })
  }
  if (isInHeader) return
  const table = tableNames.find((name) => part.content[name] !== undefined)
  if (table === undefined) return
  note({
    code: 'not_in_header',
    source: { year: part.year, table, row: part.rows[table]?.[0] ?? 0 },
    what: `The child is in ${tableNames.filter((name) => part.content[name]).join(', ')} but not in Header.`,
    counted: 'The child is counted. What only Header says is taken from another year’s return, or is not recorded.',
  })
}

const indexes = new Map(tableNames.map((table) => [table, storedColumns(table)]))

const storedIndex = (table: TableName, column: string): number => indexes.get(table)?.indexOf(column) ?? -1
