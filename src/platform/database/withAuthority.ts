import { type Kysely, type Transaction, sql } from 'kysely'

/** The role of every query: it owns no table, so that row-level security binds it also where we sign in as owner. */
const ROLE = 'footprint_app'

/**
 * Runs `work` in one transaction that sees and writes the rows of one authority only. What it throws rolls all back.
 * Every query sees the database as it was at the first: what belongs together is read together.
 */
export function withAuthority<Tables, Result>(
  db: Kysely<Tables>,
  authority: string,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return inRole(db, authority, work)
}

/** Runs `work` without an authority: it can list which authorities there are, and sees nothing else. */
export function withoutAuthority<Tables, Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return inRole(db, '', work)
}

function inRole<Tables, Result>(
  db: Kysely<Tables>,
  authority: string,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', ${ROLE}, true), set_config('app.authority', ${authority}, true)`.execute(
      transaction,
    )
    return work(transaction)
  })
}
