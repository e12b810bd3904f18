import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { isKnown } from '../../platform/database/versions.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import type { SessionStore } from '../app/ports.ts'
import { personOf } from './peopleStore.ts'
import type { PeopleTables } from './tables.ts'

const TOKEN_BYTES = 32
/** How long an unused session is still known, so that a form sent from it can be kept. */
const DAYS_REMEMBERED = 7

/** Sessions kept in PostgreSQL, under the hash of their token. */
export function makeSessionStore(database: Database): SessionStore {
  const db = database.$extendTables<PeopleTables>()
  return {
    begin: (authority, personId) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('session')
          .where('authority', '=', authority)
          .where('last_seen_at', '<', sql<string>`now() - make_interval(days => ${DAYS_REMEMBERED})`)
          .execute()
        const token = randomBytes(TOKEN_BYTES).toString('base64url')
        await transaction
          .insertInto('session')
          .values({ authority, token_hash: hashOf(token), person_id: personId })
          .execute()
        return token
      }),

    use: (authority, token, { idleMinutes, hours }) =>
      withAuthority(db, authority, async (transaction) => {
        const found = await transaction
          .selectFrom('session')
          .innerJoin('person', (join) =>
            join
              .onRef('person.authority', '=', 'session.authority')
              .onRef('person.person_id', '=', 'session.person_id'),
          )
          .selectAll('person')
          .select([
            sql<boolean>`last_seen_at < now() - make_interval(mins => ${idleMinutes})
              or signed_in_at < now() - make_interval(hours => ${hours})`.as('is_over'),
            // One write a minute is enough to tell who is still there.
            sql<boolean>`last_seen_at < now() - interval '1 minute'`.as('is_old_news'),
          ])
          .where('session.authority', '=', authority)
          .where('token_hash', '=', hashOf(token))
          .where(isKnown(null))
          .where('is_active', '=', true)
          .executeTakeFirst()
        if (!found) return null
        if (!found.is_over && found.is_old_news) {
          await transaction
            .updateTable('session')
            .set({ last_seen_at: sql`now()` })
            .where('authority', '=', authority)
            .where('token_hash', '=', hashOf(token))
            .execute()
        }
        return { person: personOf(found), isOver: found.is_over }
      }),

    end: (authority, token) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('session')
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(token))
          .execute()
      }),
  }
}

// A fast hash will do: the token is random, not a password that could be guessed.
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
