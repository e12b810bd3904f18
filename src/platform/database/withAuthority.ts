import { type Kysely, type Transaction, type TransactionBuilder, sql } from 'kysely'

/** The role of every query: it owns no table, so that row-level security binds it also where we sign in as owner. */
const ROLE = 'footprint_app'

type Work<Tables, Result> = (transaction: Transaction<Tables>) => Promise<Result>

/** Runs `work` in one transaction that sees and writes the rows of one authority only. What it throws rolls all back. */
export const withAuthority = <Tables, Result>(
  db: Kysely<Tables>,
  authority: string,
  work: Work<Tables, Result>,
): Promise<Result> => inRole(db.transaction(), authority, work)

/** As `withAuthority`, to read only: all its queries see the database at one moment. */
export const readAsAuthority = <Tables, Result>(
  db: Kysely<Tables>,
  authority: string,
  work: Work<Tables, Result>,
): Promise<Result> =>
  inRole(db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only'), authority, work)

/** Runs `work` without an authority: it can list which authorities there are, and sees nothing else. */
export const withoutAuthority = <Tables, Result>(db: Kysely<Tables>, work: Work<Tables, Result>): Promise<Result> =>
  inRole(db.transaction().setAccessMode('read only'), '', work)

function inRole<Tables, Result>(
  transactions: TransactionBuilder<Tables>,
  authority: string,
  work: Work<Tables, Result>,
): Promise<Result> {
  return transactions.execute(async (transaction) => {
    // No parallel workers: an authority's records are few, and starting workers takes longer than reading them.
    await sql`select set_config('role', ${ROLE}, true), set_config('app.authority', ${authority}, true),
      set_config('max_parallel_workers_per_gather', '0', true)`.execute(transaction)
    return work(transaction)
  })
}
