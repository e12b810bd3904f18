import { type Transaction, sql } from 'kysely'
import type { Authority } from '../authorities.ts'
import type { Database } from './database.ts'
import { withoutAuthority } from './withAuthority.ts'

/** The authorities that have anything stored here, in order of name. */
export async function authoritiesHere(database: Database): Promise<Authority[]> {
  const { rows } = await withoutAuthority(database, (transaction) =>
    sql<Authority>`select authority as code, name from authority order by name, authority`.execute(transaction),
  )
  return rows
}

/** Makes the authority known here, unless it is: before the first row of its own. */
export async function ensureAuthority(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  { code, name }: Authority,
): Promise<void> {
  await sql`insert into authority (authority, name) values (${code}, ${name}) on conflict do nothing`.execute(
    transaction,
  )
}
