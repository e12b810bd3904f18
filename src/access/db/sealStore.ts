import { type Selectable, type Transaction, sql } from 'kysely'
import { askTogether } from '../../kernel/askTogether.ts'
import { type Instant, instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import { readOnce } from '../../platform/oneReading.ts'
import type { Change, SealStore } from '../app/ports.ts'
import type { Naming, Opening, Seal } from '../domain/seal.ts'
import { lockAccess } from './accessLock.ts'
import { isTaken } from './peopleStore.ts'
import type { PeopleTables } from './tables.ts'

/** Seals kept in PostgreSQL, and how a test or a benchmark seals a record without anyone who asks for it. */
export function makeSealStore(
  database: Database,
): SealStore & { seal: (authority: string, change: Change<Omit<Seal, 'knownFrom'>>) => Promise<boolean> } {
  const db = database.$extendTables<PeopleTables>()
  return {
    current: readOnce(
      askTogether((authority) => readAsAuthority(db, authority, (transaction) => sealsIn(transaction, authority))),
    ),

    events: (authority, which) =>
      readAsAuthority(db, authority, async (transaction) => {
        const openings = transaction
          .selectFrom('seal_opening')
          .selectAll()
          .where('authority', '=', authority)
          .$if(which === 'unseen', (query) => query.where('seen_by', 'is', null))
          .orderBy('opened_at', 'desc')
        const namings = transaction
          .selectFrom('seal_naming')
          .selectAll()
          .where('authority', '=', authority)
          .$if(which === 'unseen', (query) => query.where('seen_by', 'is', null))
          .orderBy('named_at', 'desc')
        return {
          openings: (await openings.execute()).map(openingOf),
          namings: (await namings.execute()).map(namingOf),
        }
      }),

    seal: async (authority, change) => {
      try {
        return await withAuthority(db, authority, async (transaction) => {
          await lockAccess(transaction, authority)
          return sealIn(transaction, authority, change)
        })
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },
  }
}

/** The records sealed now, and the openings that still run. */
export async function sealsIn(transaction: Transaction<PeopleTables>, authority: string) {
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
  return { seals: seals.map(sealOf), openNow: openNow.map(openingOf) }
}

/**
 * Stores the seal, under the lock of access; false where it is not the one that was to be replaced. Throws what `isTaken`
 * tells where a new one is there already.
 */
export async function sealIn(
  transaction: Transaction<PeopleTables>,
  authority: string,
  { value, replaces, by }: Change<Omit<Seal, 'knownFrom'>>,
): Promise<boolean> {
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
}

/** Takes the seal off, under the lock of access; false where it is not the one that was to be taken off. */
export const unsealIn = async (
  transaction: Transaction<PeopleTables>,
  authority: string,
  { value, replaces }: Change<string>,
): Promise<boolean> => (await endVersion(transaction, authority, value, replaces)) !== null

/** Stores the opening, which runs from now for so many hours. */
export async function insertOpening(
  transaction: Transaction<PeopleTables>,
  authority: string,
  { child, personId, reason, told }: Pick<Opening, 'child' | 'personId' | 'reason' | 'told'>,
  hours: number,
): Promise<void> {
  await transaction
    .insertInto('seal_opening')
    .values({
      authority,
      child,
      person_id: personId,
      reason,
      told: [...told],
      open_until: sql<string>`now() + make_interval(hours => ${hours})`,
    })
    .execute()
}

/** Stores that someone was named. */
export async function insertNaming(
  transaction: Transaction<PeopleTables>,
  authority: string,
  { child, personId, namedBy }: Pick<Naming, 'child' | 'personId' | 'namedBy'>,
): Promise<void> {
  await transaction
    .insertInto('seal_naming')
    .values({ authority, child, person_id: personId, named_by: namedBy })
    .execute()
}

/** Stores who has looked into it; false where someone has already. */
export async function markSeenIn(
  transaction: Transaction<PeopleTables>,
  authority: string,
  kind: 'opening' | 'naming',
  id: string,
  by: string,
): Promise<boolean> {
  const table = kind === 'opening' ? 'seal_opening' : 'seal_naming'
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set seen_by = ${by}, seen_at = now()
    where authority = ${authority} and ${sql.ref(`${kind}_id`)} = ${id} and seen_by is null`.execute(transaction)
  return numAffectedRows === 1n
}

/** Ends the child's current seal and gives the moment; null where it is not the one that was to be replaced. */
async function endVersion(
  transaction: Transaction<PeopleTables>,
  authority: string,
  child: string,
  replaces: Instant | null,
): Promise<string | null> {
  const { moment } = await nextMoment(transaction, authority, 'child_seal', 'known_from')
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

const sealOf = (row: Selectable<PeopleTables['child_seal']>): Seal => ({
  child: row.child,
  people: row.person_ids,
  reason: row.reason,
  knownFrom: instant(row.known_from),
})

const openingOf = (row: Selectable<PeopleTables['seal_opening']>): Opening => ({
  openingId: row.opening_id,
  child: row.child,
  personId: row.person_id,
  reason: row.reason,
  told: row.told,
  openedAt: instant(row.opened_at),
  openUntil: instant(row.open_until),
  seenBy: row.seen_by,
})

const namingOf = (row: Selectable<PeopleTables['seal_naming']>): Naming => ({
  namingId: row.naming_id,
  child: row.child,
  personId: row.person_id,
  namedBy: row.named_by,
  namedAt: instant(row.named_at),
  seenBy: row.seen_by,
})
