import { type Transaction, sql } from 'kysely'
import { authoritiesHere } from '../database/authorities.ts'
import type { Database } from '../database/database.ts'
import { withAuthority } from '../database/withAuthority.ts'

/** Nothing has been heard of a run's work for a minute: the process that did it is no more. */
export const isStalled = sql<boolean>`state in ('checking', 'storing') and updated_at < now() - interval '1 minute'`

/** What nobody has confirmed within a day, and what was done a week ago. */
const isOver = sql<boolean>`updated_at < now() - (case when state = 'ready' then interval '1 day' else interval '7 days' end)`

/** Throws away the authority's imports that are over, with their files, and ends those that nobody works on any more. */
export async function clearOldRuns(transaction: Pick<Transaction<object>, 'getExecutor'>): Promise<void> {
  await sql`delete from import_run where ${isOver}`.execute(transaction)
  await sql`update import_run set state = 'failed', progress = '{}', result = null, updated_at = now() where ${isStalled}`.execute(
    transaction,
  )
  await sql`delete from import_run_file using import_run
    where import_run.authority = import_run_file.authority and import_run.run_id = import_run_file.run_id
      and import_run.state not in ('checking', 'ready', 'storing')`.execute(transaction)
}

/** The same for every authority, when a server starts: what one before it left must not wait for the next import. */
export async function clearOldRunsOfAll(database: Database): Promise<void> {
  for (const { code } of await authoritiesHere(database)) await withAuthority(database, code, clearOldRuns)
}
