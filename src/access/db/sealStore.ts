import { type Selectable, type Transaction, sql } from 'kysely'
import { type Instant, instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { SealStore } from '../app/ports.ts'
import type { Opening } from '../domain/seal.ts'
import { isTaken } from './peopleStore.ts'
import type { PeopleTables } from './tables.ts'

/** Seals kept in PostgreSQL. */
export function makeSealStore(database: Database): SealStore {
  const db = database.$extendTables<PeopleTables>()
  return {
    current: (authority) =>
      readAsAuthority(db, authority, async (transaction) => {
        const seals = await transaction
          .selectFrom('child_seal')
          .selectAll()
          .where('authority', '=', authority)
          .where(isKnown(null))
          .orderBy('child')
          .execute()
        const openNow = await transaction
          .selectFrom('seal_opening')
          .selectAll()
          .where('authority', '=', authority)
          .where('open_until', '>', sql<string>`now()`)
          .execute()
        return {
          seals: seals.map((row) => ({
            child: row.child,
            people: row.person_ids,
            reason: row.reason,
            knownFrom: instant(row.known_from),
          })),
          openNow: openNow.map(openingOf),
        }
      }),

    seal: async (authority, { value, replaces, by }) => {
      try {
        return await withAuthority(db, authority, async (transaction) => {
          const moment = await endVersion(transaction, authority, value.child, replaces)
          if (moment === null) return false
          await transaction
            .insertInto('child_seal')
            .values({
              authority,
              child: value.child,
              known_from: moment,
              person_ids: [...value.people],
              reason: value.reason,
              recorded_by: by,
            })
            .execute()
          return true
        })
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },

    unseal: (authority, { value, replaces }) =>
      withAuthority(
        db,
        authority,
        async (transaction) => (await endVersion(transaction, authority, value, replaces)) !== null,
      ),

    open: (authority, { child, personId, reason }, hours) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .insertInto('seal_opening')
          .values({
            authority,
            child,
            person_id: personId,
            reason,
            open_until: sql<string>`now() + make_interval(hours => ${hours})`,
          })
          .execute()
      }),

    openings: (authority) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('seal_opening')
          .selectAll()
          .where('authority', '=', authority)
          .orderBy('opened_at', 'desc')
          .execute()
        return rows.map(openingOf)
      }),

    markSeen: (authority, openingId, by) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .updateTable('seal_opening')
          .set({ seen_by: by, seen_at: sql<string>`now()` })
          .where('authority', '=', authority)
          .where('opening_id', '=', openingId)
          .where('seen_by', 'is', null)
          .execute()
      }),
  }
}

/** Ends the child's current seal and gives the moment; null where it is not the one that was to be replaced. */
async function endVersion(
  transaction: Transaction<PeopleTables>,
  authority: string,
  child: string,
  replaces: Instant | null,
): Promise<string | null> {
  const moment = await nextMoment(transaction, authority, 'child_seal', 'known_from')
  const ended = await transaction
    .updateTable('child_seal')
    .set({ known_to: moment })
    .where('authority', '=', authority)
    .where('child', '=', child)
    .where('known_from', '=', replaces?.toString() ?? 'infinity')
    .where(isKnown(null))
    .executeTakeFirst()
  return ended.numUpdatedRows === (replaces === null ? 0n : 1n) ? moment : null
}

const openingOf = (row: Selectable<PeopleTables['seal_opening']>): Opening => ({
  openingId: row.opening_id,
  child: row.child,
  personId: row.person_id,
  reason: row.reason,
  openedAt: instant(row.opened_at),
  openUntil: instant(row.open_until),
  seenBy: row.seen_by,
})
