import { sql } from 'kysely'
import { doTogether } from '../../kernel/doTogether.ts'
import type { Database } from '../../platform/database/database.ts'
import { WrittenLater } from '../../platform/database/writtenLater.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { AccessLog } from '../app/ports.ts'
import type { LoggedAction } from '../domain/log.ts'
import type { PeopleTables } from './tables.ts'
import { insertAll, entriesOf, entryOf } from './logEntries.ts'

const MOST_WRITTEN_AT_ONCE = 200

/**
 * The log kept in PostgreSQL, which numbers, dates and chains the entries itself. Entries of an authority are written one
 * after another: those that come while others are being written go together in the next transaction.
 */
export function makeAccessLog(database: Database): AccessLog {
  const db = database.$extendTables<PeopleTables>()
  const append = doTogether(async (authority, loggedActions: readonly LoggedAction[]) => {
    await withAuthority(db, authority, (transaction) => insertAll(transaction, authority, loggedActions))
    return loggedActions.map(() => undefined)
  }, MOST_WRITTEN_AT_ONCE)
  const noted = new WrittenLater<LoggedAction>('log', (transaction, authority, loggedActions) =>
    insertAll(transaction.$extendTables<PeopleTables>(), authority, loggedActions),
  )

  return {
    append,

    note: (unit, loggedAction) => {
      noted.add(unit, loggedAction)
    },

    latest: (authority, { before, most, personId }) =>
      readAsAuthority(db, authority, async (transaction) => {
        let entries = entriesOf(transaction, authority)
        if (before !== null) entries = entries.where('entry_number', '<', String(before))
        if (personId !== undefined) entries = entries.where('person_id', '=', personId)
        return (await entries.orderBy('entry_number', 'desc').limit(most).execute()).map(entryOf)
      }),

    ofChild: (authority, child, { most, daysOfLists }) =>
      readAsAuthority(db, authority, async (transaction) => {
        const entries = () => entriesOf(transaction, authority).orderBy('entry_number', 'desc').limit(most)
        const alone = await entries()
          .where(sql<boolean>`children[2] is null and children[1] = ${child}`)
          .execute()
        const lists = await entries()
          .where('recorded_at', '>', sql<string>`now() - make_interval(days => ${daysOfLists})`)
          .where(sql<boolean>`children[2] is not null and ${child} = any(children)`)
          .execute()
        return [...alone, ...lists]
          .map(entryOf)
          .sort((a, b) => b.number - a.number)
          .slice(0, most)
      }),

    beginsAfter: (authority) =>
      readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('audit_begin')
          .select(['entry_number', 'entry_hash'])
          .where('authority', '=', authority)
          .executeTakeFirst()
        return row ? { number: Number(row.entry_number), hash: row.entry_hash.toString('hex') } : null
      }),

    chain: (authority, after, most) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('audit_entry')
          .select(['entry_number', 'person_id', 'action', 'what', 'children', 'entry_hash'])
          .select(
            sql<string>`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('recorded_at'),
          )
          .where('authority', '=', authority)
          .where('entry_number', '>', String(after))
          .orderBy('entry_number')
          .limit(most)
          .execute()
        return rows.map((row) => ({
          number: Number(row.entry_number),
          recordedAt: row.recorded_at,
          personId: row.person_id,
          action: row.action,
          what: row.what,
          children: row.children,
          hash: row.entry_hash.toString('hex'),
        }))
      }),
  }
}
