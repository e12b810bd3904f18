import { date, longDate } from '../../../kernel/dates.ts'
import type { TableName } from '../tables.ts'
import { placesIn, valueAt } from './content.ts'
import { type KnownReturns, firstDayOf, startYearOf } from './knownReturns.ts'
import { type Note, type Part, type SourcedRow, distinctRows, fullestRow } from './parts.ts'

const inHeader = placesIn('Header')
const inReviews = placesIn('Reviews')
const [REVIEW, REVIEW_CODE] = [inReviews('REVIEW'), inReviews('REVIEW_CODE')]

/** Columns of Header that do not change over the years, with where they stand in a stored row. */
const lasting = [
  { column: 'SEX', place: inHeader('SEX') },
  { column: 'DOB', place: inHeader('DOB') },
]

/** Tables that a later return may add to, and where the day stands in a stored row. */
const dated: readonly { table: TableName; place: number }[] = [
  { table: 'Episodes', place: placesIn('Episodes')('DECOM') },
  { table: 'Reviews', place: REVIEW },
]

/** Notes where the years' documents of a child, the latest first, say different things. */
export function yearFindings(parts: readonly Part[], returns: KnownReturns, note: NonNullable<Note>): void {
  changedParticulars(parts, note)
  for (const { table, place } of dated) addedLater(parts, table, place, returns, note)
  changedCodes(parts, note)
}

/** A later return has another code for a review than the return of its own time. */
function changedCodes(parts: readonly Part[], note: NonNullable<Note>): void {
  const latest = new Map<string, SourcedRow>()
  for (const part of parts) {
    const rows = distinctRows(part, 'Reviews')
    for (const row of rows) {
      const [day, code] = [valueAt(row, REVIEW), valueAt(row, REVIEW_CODE)]
      const later = latest.get(day)
      if (!later || code === '' || valueAt(later, REVIEW_CODE) === code) continue
      note({
        code: 'changed_by_later_return',
        source: row.source,
        what: `The review of ${longDate(date(day))} has ${code} here and ${valueAt(later, REVIEW_CODE) || 'no code'} in a later return.`,
        counted: 'What the later return says is counted.',
      })
    }
    for (const row of rows) {
      const day = valueAt(row, REVIEW)
      if (day !== '' && !latest.has(day)) latest.set(day, row)
    }
  }
}

function changedParticulars(parts: readonly Part[], note: NonNullable<Note>): void {
  const headers = parts.flatMap((part) => fullestRow(distinctRows(part, 'Header')) ?? [])
  for (const { column, place } of lasting) {
    const valueIn = (row: SourcedRow): string => same(valueAt(row, place))
    const latest = headers.find((row) => valueIn(row) !== '')
    for (const row of latest ? headers : []) {
      if (!latest || valueIn(row) === '' || valueIn(row) === valueIn(latest)) continue
      note({
        code: 'differs_between_years',
        source: row.source,
        what: `${column} is ${shown(valueAt(row, place))} here and ${shown(valueAt(latest, place))} in the return of ${latest.source.year}-${String(latest.source.year + 1).slice(2)}.`,
        counted: 'What the latest return says is counted.',
      })
    }
  }
}

/** Sex changed its codes in 2024-25, not its meaning. */
const same = (value: string): string => ({ M: '1', F: '2' })[value] ?? value
const shown = (value: string): string => (/^\d{4}-/.test(value) ? longDate(date(value)) : value)

/** A later return says that something was in a year whose own return did not say so. */
function addedLater(
  parts: readonly Part[],
  table: TableName,
  place: number,
  returns: KnownReturns,
  note: NonNullable<Note>,
): void {
  const dayOf = (row: SourcedRow): string => valueAt(row, place)
  const daysByYear = new Map(parts.map((part) => [part.year, new Set(distinctRows(part, table).map(dayOf))]))
  for (const part of parts) {
    for (const row of distinctRows(part, table)) {
      const day = dayOf(row)
      if (day === '' || day >= firstDayOf(part.year) || !returns.hasReturnOf(day)) continue
      if (daysByYear.get(startYearOf(day))?.has(day)) continue
      note({
        code: 'added_by_later_return',
        source: row.source,
        what: `A row of ${table} is dated ${longDate(date(day))}, and the return of that year does not have it.`,
        counted: 'It is counted: the later return knows more.',
      })
    }
  }
}
