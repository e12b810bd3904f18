import { type Generated, type Transaction, sql } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { CalendarFeeds } from '../app/ports.ts'
import { hashOf, newSecret, readToken, tokenOf } from './tokens.ts'

/** See the migration. Moments are texts here. */
type FeedTables = {
  calendar_feed: {
    authority: string
    token_hash: Buffer
    person_id: string
    created_at: Generated<string>
    ended_at: string | null
    last_fingerprint: string | null
  }
}

/** The addresses of calendars kept in PostgreSQL, under the hash of their token. */
export function makeCalendarFeeds(database: Database): CalendarFeeds {
  const db = database.$extendTables<FeedTables>()
  return {
    begin: (authority, personId) =>
      withAuthority(db, authority, async (transaction) => {
        // An officer who asks twice at once gets two addresses one after the other, of which the second holds.
        const name = `calendar_feed of ${authority} ${personId}`
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
        await endOf(transaction, authority, personId)
        const secret = newSecret()
        const row = { authority, token_hash: hashOf(secret), person_id: personId }
        await transaction.insertInto('calendar_feed').values(row).execute()
        return tokenOf(authority, secret)
      }),

    begunAt: (authority, personId) =>
      readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('calendar_feed')
          .select('created_at')
          .where('authority', '=', authority)
          .where('person_id', '=', personId)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
        return row ? instant(row.created_at) : null
      }),

    end: (authority, personId) =>
      withAuthority(db, authority, (transaction) => endOf(transaction, authority, personId)),

    find: async (token) => {
      const read = readToken(token)
      if (!read) return null
      const { authority, secret } = read
      return readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('calendar_feed')
          .select(['person_id', 'created_at', 'last_fingerprint'])
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(secret))
          .where('ended_at', 'is', null)
          .executeTakeFirst()
        if (!row) return null
        const { person_id: personId, created_at: createdAt, last_fingerprint: lastFingerprint } = row
        return { authority, personId, createdAt: instant(createdAt), lastFingerprint }
      })
    },

    noteSaid: async (token, fingerprint) => {
      const read = readToken(token)
      if (!read) return
      const { authority, secret } = read
      await withAuthority(db, authority, (transaction) =>
        transaction
          .updateTable('calendar_feed')
          .set({ last_fingerprint: fingerprint })
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(secret))
          .execute(),
      )
    },
  }
}

async function endOf(transaction: Transaction<FeedTables>, authority: string, personId: string): Promise<void> {
  await transaction
    .updateTable('calendar_feed')
    .set({ ended_at: sql<string>`now()` })
    .where('authority', '=', authority)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}
