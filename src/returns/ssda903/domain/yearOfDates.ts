import { firstDayOf, lastDayOf, startYearOf } from './knownReturns.ts'
import { parseContent, placesIn, readRow } from './content.ts'
import type { ReturnDocument } from './document.ts'

/** A year that a return's own dates speak of: of so many children of all who have dates. */
export interface OtherYear {
  /** The calendar year in which it starts. */
  year: number
  children: number
  of: number
}

/** What happened, and no dates of birth, or days to come. */
const happened = [
  { table: 'Episodes', places: [placesIn('Episodes')('DECOM'), placesIn('Episodes')('DEC')] },
  { table: 'Reviews', places: [placesIn('Reviews')('REVIEW')] },
] as const

/** Fewer children may well be all long looked after, without any date in the year. */
const FEWEST_CHILDREN = 5

/**
 * Which other year a return seems to be of: where a fifth of its children have dates after the year that it is said to
 * be of, the year of most of these; or where not a tenth have any date in it, the year of most children's latest dates.
 * Null where its dates do not speak against the year.
 */
export function yearOfDates(documents: readonly Pick<ReturnDocument, 'content'>[], year: number): OtherYear | null {
  const latest = documents.map(latestDay).filter((day) => day !== '')
  if (latest.length < FEWEST_CHILDREN) return null
  const after = latest.filter((day) => day > lastDayOf(year))
  if (after.length * 5 >= latest.length) return mostFrequent(after, latest.length)
  const before = latest.filter((day) => day < firstDayOf(year))
  return before.length * 10 > latest.length * 9 ? mostFrequent(before, latest.length) : null
}

function latestDay({ content }: Pick<ReturnDocument, 'content'>): string {
  const parsed = parseContent(content)
  let latest = ''
  for (const { table, places } of happened) {
    for (const row of parsed[table] ?? []) {
      const values = readRow(row)
      for (const place of places) {
        const day = values[place] ?? ''
        if (day > latest) latest = day
      }
    }
  }
  return latest
}

function mostFrequent(days: readonly string[], of: number): OtherYear | null {
  let most: OtherYear | null = null
  for (const [year, ofYear] of Map.groupBy(days, startYearOf)) {
    if (most === null || ofYear.length > most.children) most = { year, children: ofYear.length, of }
  }
  return most
}
