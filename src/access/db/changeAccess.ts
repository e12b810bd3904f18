import type { Database } from '../../platform/database/database.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import type { ChangeAccess } from '../app/ports.ts'
import { insertAll } from './logEntries.ts'
import { lockAccess } from './accessLock.ts'
import { peopleIn, savePersonIn } from './peopleStore.ts'
import { insertNaming, insertOpening, markSeenIn, sealIn, sealsIn, unsealIn } from './sealStore.ts'
import type { PeopleTables } from './tables.ts'

/** Changes of people and seals in PostgreSQL, each in a transaction that no other of the authority runs beside. */
export function makeChangeAccess(database: Database): ChangeAccess {
  const db = database.$extendTables<PeopleTables>()
  return (authority, work) =>
    withAuthority(db, authority, async (transaction) => {
      await lockAccess(transaction, authority)
      const people = await peopleIn(transaction, authority)
      const { seals, openNow } = await sealsIn(transaction, authority)
      return work({
        people,
        seals,
        openNow,
        savePerson: (named, change) => savePersonIn(transaction, named, change),
        endSessions: async (personId) => {
          await transaction
            .deleteFrom('session')
            .where('authority', '=', authority)
            .where('person_id', '=', personId)
            .execute()
        },
        seal: (change) => sealIn(transaction, authority, change),
        unseal: (change) => unsealIn(transaction, authority, change),
        open: (opening, hours) => insertOpening(transaction, authority, opening, hours),
        name: (naming) => insertNaming(transaction, authority, naming),
        markSeen: (kind, id, by) => markSeenIn(transaction, authority, kind, id, by),
        note: (loggedAction) => insertAll(transaction, authority, [loggedAction]),
      })
    })
}
