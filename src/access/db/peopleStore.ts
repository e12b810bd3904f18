import type { Selectable, Transaction } from 'kysely'
import pg from 'pg'
import { askTogether } from '../../kernel/askTogether.ts'
import { instant } from '../../kernel/dates.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readOnce } from '../../platform/oneReading.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { AuthorityNamed, Change, PeopleStore } from '../app/ports.ts'
import type { Person } from '../domain/person.ts'
import { isRole } from '../../house/roles.ts'
import { lockAccess } from './accessLock.ts'
import type { PeopleTables } from './tables.ts'

/** People kept in PostgreSQL. */
export function makePeopleStore(database: Database): PeopleStore {
  const db = database.$extendTables<PeopleTables>()
  return {
    all: readOnce(
      askTogether((authority) => readAsAuthority(db, authority, (transaction) => peopleIn(transaction, authority))),
    ),

    save: async (authority, change) => {
      try {
        return await withAuthority(db, authority.code, async (transaction) => {
          await lockAccess(transaction, authority.code)
          return savePersonIn(transaction, authority, change)
        })
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },
  }
}

/** Everyone ever entered, as they stand now, in order of name. */
export async function peopleIn(transaction: Transaction<PeopleTables>, authority: string): Promise<Person[]> {
  const rows = await transaction
    .selectFrom('person')
    .selectAll()
    .where('authority', '=', authority)
    .where(isKnown(null))
    .orderBy('name')
    .orderBy('person_id')
    .execute()
  return rows.map(personOf)
}

/** Stores the change, under the lock of access; false where someone else's came first. Throws what `isTaken` tells. */
export async function savePersonIn(
  transaction: Transaction<PeopleTables>,
  authority: AuthorityNamed,
  { value, replaces, by }: Change<Omit<Person, 'knownFrom'>>,
): Promise<boolean> {
  await ensureAuthority(transaction, authority)
  const { moment } = await nextMoment(transaction, authority.code, 'person', 'known_from')
  const ended = await transaction
    .updateTable('person')
    .set({ known_to: moment })
    .where('authority', '=', authority.code)
    .where('person_id', '=', value.personId)
    .where('known_from', '=', replaces?.toString() ?? 'infinity')
    .where(isKnown(null))
    .executeTakeFirst()
  if (ended.numUpdatedRows !== (replaces === null ? 0n : 1n)) return false
  await transaction
    .insertInto('person')
    .values({
      authority: authority.code,
      person_id: value.personId,
      known_from: moment,
      name: value.name,
      email: value.email,
      roles: [...value.roles],
      team: value.team,
      officer_id: value.officerId,
      worker_id: value.workerId,
      issuer: value.identity?.issuer ?? null,
      subject: value.identity?.subject ?? null,
      is_active: value.isActive,
      recorded_by: by,
    })
    .execute()
  return true
}

/** Whether two people would be current under one id, address or account. */
export function isTaken(error: unknown): boolean {
  const UNIQUE_VIOLATION = '23505'
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION
}

/** A person as stored. A role that this version of Footprint does not know grants nothing. */
export const personOf = (row: Selectable<PeopleTables['person']>): Person => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  roles: row.roles.filter(isRole),
  team: row.team,
  officerId: row.officer_id,
  workerId: row.worker_id,
  identity: row.issuer !== null && row.subject !== null ? { issuer: row.issuer, subject: row.subject } : null,
  isActive: row.is_active,
  knownFrom: instant(row.known_from),
})
