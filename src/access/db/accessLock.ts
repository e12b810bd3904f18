import { type Transaction, sql } from 'kysely'

/**
 * Waits until nobody else changes people or seals of the authority, and keeps others waiting until the transaction ends.
 * A transaction that takes it does so first: other locks are only taken under it.
 */
export async function lockAccess(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  authority: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access of ${authority}`}, 0))`.execute(transaction)
}
