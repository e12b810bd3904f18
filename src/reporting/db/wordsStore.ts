import { sql } from 'kysely'
import * as z from 'zod'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { WordsStore } from '../app/ports.ts'

const rowsSchema = z.array(z.object({ section: z.string(), words: z.string() }))
const historySchema = z.array(
  z.object({
    section: z.string(),
    words: z.string(),
    by: z.string().nullable(),
    at: z.string().transform((text) => instant(text)),
  }),
)

/** The service's own words kept in PostgreSQL, in versions. */
export function makeWordsStore(database: Database): WordsStore {
  return {
    read: (authority, year, knownAt) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select section, words from report_words
          where authority = ${authority} and year = ${year} and ${isKnown(knownAt)}`.execute(transaction)
        return new Map(rowsSchema.parse(rows).map(({ section, words }) => [section, words]))
      }),

    write: (authority, year, section, words, by) =>
      withAuthority(database, authority, async (transaction) => {
        const { moment } = await nextMoment(transaction, authority, 'report_words', 'known_from')
        await sql`update report_words set known_to = ${moment}
          where authority = ${authority} and year = ${year} and section = ${section} and ${isKnown(null)}`.execute(
          transaction,
        )
        if (words.trim() === '') return
        await sql`insert into report_words (authority, year, section, known_from, words, written_by)
          values (${authority}, ${year}, ${section}, ${moment}, ${words}, ${by})`.execute(transaction)
      }),

    history: (authority, year) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select section, words, written_by as by, to_json(known_from) #>> '{}' as at from report_words
          where authority = ${authority} and year = ${year}
          order by known_from desc`.execute(transaction)
        return Map.groupBy(historySchema.parse(rows), ({ section }) => section)
      }),
  }
}
