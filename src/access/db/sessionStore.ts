import { createHash, randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { SessionLimits, SessionStore } from '../app/ports.ts'
import { personOf } from './peopleStore.ts'
import type { PeopleTables } from './tables.ts'

const TOKEN_BYTES = 32
/** How long an unused session is still known, so that a form sent from it can be kept. */
const DAYS_REMEMBERED = 7
/** For how long the person who has shown who they are may do what asks for that. */
const MINUTES_RECENT = 15

const isOver = ({ idleMinutes, hours }: SessionLimits): RawBuilder<boolean> =>
  sql<boolean>`(last_seen_at < now() - make_interval(mins => ${idleMinutes})
    or signed_in_at < now() - make_interval(hours => ${hours}))`

/** Sessions kept in PostgreSQL, under the hash of their token. */
export function makeSessionStore(database: Database): SessionStore {
  const db = database.$extendTables<PeopleTables>()
  return {
    begin: (authority, personId, { authenticatedAt, browser }) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('session')
          .where('authority', '=', authority)
          .where('last_seen_at', '<', sql<string>`now() - make_interval(days => ${DAYS_REMEMBERED})`)
          .execute()
        const token = randomBytes(TOKEN_BYTES).toString('base64url')
        await transaction
          .insertInto('session')
          .values({
            authority,
            token_hash: hashOf(token),
            person_id: personId,
            authenticated_at: authenticatedAt?.toString() ?? null, // 'now' is a moment to PostgreSQL
            browser,
          })
          .execute()
        return token
      }),

    use: (authority, token, limits) =>
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
            isOver(limits).as('is_over'),
            sql<boolean>`coalesce(authenticated_at > now() - make_interval(mins => ${MINUTES_RECENT}), false)`.as(
              'is_recent',
            ),
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
        return { person: personOf(found), isOver: found.is_over, isRecent: found.is_recent }
      }),

    end: (authority, token) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('session')
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(token))
          .execute()
      }),

    ofPerson: (authority, personId, limits, token) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('session')
          .select(['session_id', 'browser', 'signed_in_at', 'last_seen_at', 'token_hash'])
          .where('authority', '=', authority)
          .where('person_id', '=', personId)
          .where(sql<boolean>`not ${isOver(limits)}`)
          .orderBy('last_seen_at', 'desc')
          .execute()
        return rows.map((row) => ({
          sessionId: row.session_id,
          browser: row.browser,
          signedInAt: instant(row.signed_in_at),
          lastSeenAt: instant(row.last_seen_at),
          isThisOne: token !== null && row.token_hash.equals(hashOf(token)),
        }))
      }),

    endOf: (authority, personId, sessionIds) =>
      withAuthority(db, authority, async (transaction) => {
        if (sessionIds.length === 0) return 0
        const ended = await transaction
          .deleteFrom('session')
          .where('authority', '=', authority)
          .where('person_id', '=', personId)
          .where('session_id', 'in', [...sessionIds])
          .executeTakeFirst()
        return Number(ended.numDeletedRows)
      }),
  }
}

// A fast hash will do: the token is random, not a password that could be guessed.
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
