import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import type { SentForms } from '../app/ports.ts'

/** How long a form that is sent again is known as the same. */
const MINUTES_KNOWN = 60
/** After this, the person who worked on it is gone: the server ends every statement sooner. */
const MINUTES_AT_WORK = 5

/** Forms that were sent, in PostgreSQL. */
export const makeSentForms = (database: Database): SentForms => ({
  take: (authority, personId, key) =>
    withAuthority(database, authority, async (transaction) => {
      await sql`delete from sent_form where authority = ${authority} and
        sent_at < now() - case when status is null then make_interval(mins => ${MINUTES_AT_WORK}) else make_interval(mins => ${MINUTES_KNOWN}) end`.execute(
        transaction,
      )
      // Anyone who sends the same at the same moment waits here until the first has its row.
      const { numAffectedRows } = await sql`
        insert into sent_form (authority, form_key, person_id) values (${authority}, ${key}, ${personId})
        on conflict do nothing`.execute(transaction)
      if (numAffectedRows === 1n) return { kind: 'first' }
      const { rows } = await sql<{ status: number | null; location: string | null }>`
        select status, location from sent_form where authority = ${authority} and form_key = ${key}`.execute(
        transaction,
      )
      const [row] = rows
      return row?.status != null && row.location !== null
        ? { kind: 'done', status: row.status, location: row.location }
        : { kind: 'underway' }
    }),

  end: (authority, key, answer) =>
    withAuthority(database, authority, async (transaction) => {
      const statement =
        answer === null
          ? sql`delete from sent_form where authority = ${authority} and form_key = ${key}`
          : sql`update sent_form set status = ${answer.status}, location = ${answer.location}
              where authority = ${authority} and form_key = ${key}`
      await statement.execute(transaction)
    }),
})
