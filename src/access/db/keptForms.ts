import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { KeptForms } from '../app/ports.ts'
import type { PeopleTables } from './tables.ts'

/** What was typed may be about children: it does not wait for long. */
const DAYS_KEPT = 2

/** Forms that wait in PostgreSQL for their person to sign in again. */
export function makeKeptForms(database: Database): KeptForms {
  const db = database.$extendTables<PeopleTables>()
  return {
    keep: (authority, personId, { address, fields }) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('kept_form')
          .where('authority', '=', authority)
          .where((eb) =>
            eb.or([
              eb('person_id', '=', personId),
              eb('kept_at', '<', sql<string>`now() - make_interval(days => ${DAYS_KEPT})`),
            ]),
          )
          .execute()
        await transaction
          .insertInto('kept_form')
          .values({ authority, person_id: personId, address, fields: JSON.stringify(fields) })
          .execute()
      }),

    latest: (authority, personId) =>
      readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('kept_form')
          .select(['form_id', 'address', 'fields'])
          .where('authority', '=', authority)
          .where('person_id', '=', personId)
          .where('kept_at', '>', sql<string>`now() - make_interval(days => ${DAYS_KEPT})`)
          .orderBy('kept_at', 'desc')
          .executeTakeFirst()
        return row ? { formId: row.form_id, address: row.address, fields: row.fields } : null
      }),

    drop: (authority, personId, formId) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .deleteFrom('kept_form')
          .where('authority', '=', authority)
          .where('person_id', '=', personId)
          .where('form_id', '=', formId)
          .execute()
      }),
  }
}
