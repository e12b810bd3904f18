import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { doTogether } from '../../kernel/doTogether.ts'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { FoundSession, SessionLimits, SessionStore } from '../app/ports.ts'
import { personOf } from './peopleStore.ts'
import type { PeopleTables } from './tables.ts'

const TOKEN_BYTES = 32
/** How long an unused session is still known, so that a form sent from it can be kept. */
const DAYS_REMEMBERED = 7
/** How many ask at a time: each brings its hash along. */
const MOST_ASKED_AT_ONCE = 100
/** For how long the person who has shown who they are may do what asks for that. */
const MINUTES_RECENT = 15

const isOver = ({ idleMinutes, hours }: SessionLimits): RawBuilder<boolean> =>
  sql<boolean>`(last_seen_at < now() - make_interval(mins => ${idleMinutes})
    or signed_in_at < now() - make_interval(hours => ${hours}))`

/** A session that someone asks with: every page does. */
interface Used {
  authority: string
  token: string
  limits: SessionLimits
}

/** Finds sessions of one authority within the same limits, and counts them as used. */
async function usedIn(
  db: Kysely<PeopleTables>,
  { authority, limits }: Used,
  asked: readonly Used[],
): Promise<(FoundSession | null)[]> {
  const hashes = asked.map(({ token }) => hashOf(token))
  return withAuthority(db, authority, async (transaction) => {
    const found = await transaction
      .selectFrom('session')
      .innerJoin('person', (join) =>
        join.onRef('person.authority', '=', 'session.authority').onRef('person.person_id', '=', 'session.person_id'),
      )
      .selectAll('person')
      .select([
        'token_hash',
        isOver(limits).as('is_over'),
        sql<boolean>`coalesce(authenticated_at > now() - make_interval(mins => ${MINUTES_RECENT}), false)`.as(
          'is_recent',
        ),
        // One write a minute is enough to tell who is still there.
        sql<boolean>`last_seen_at < now() - interval '1 minute'`.as('is_old_news'),
      ])
      .where('session.authority', '=', authority)
      .where('token_hash', 'in', hashes)
      .where(isKnown(null))
      .where('is_active', '=', true)
      .execute()
    const old = found.filter((one) => !one.is_over && one.is_old_news).map(({ token_hash }) => token_hash)
    if (old.length > 0) {
      await transaction
        .updateTable('session')
        .set({ last_seen_at: sql`now()` })
        .where('authority', '=', authority)
        // Whoever has one of them is writing the same: two who waited for each other's would wait in a circle.
        .where('token_hash', 'in', (eb) =>
          eb
            .selectFrom('session')
            .select('token_hash')
            .where('authority', '=', authority)
            .where('token_hash', 'in', old)
            .forUpdate()
            .skipLocked(),
        )
        .execute()
    }
    return hashes.map((hash) => {
      const session = found.find(({ token_hash }) => token_hash.equals(hash))
      return session ? { person: personOf(session), isOver: session.is_over, isRecent: session.is_recent } : null
    })
  })
}

/** Sessions kept in PostgreSQL, under the hash of their token. */
export function makeSessionStore(database: Database): SessionStore {
  const db = database.$extendTables<PeopleTables>()
  const use = doTogether(async (_, asked: readonly Used[]): Promise<(FoundSession | null)[]> => {
    const [first] = asked
    return first ? usedIn(db, first, asked) : []
  }, MOST_ASKED_AT_ONCE)
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

    use: (authority, token, limits) => use(JSON.stringify([authority, limits]), { authority, token, limits }),

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
