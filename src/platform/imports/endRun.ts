import { type Transaction, sql } from 'kysely'
import type { EndedRun } from './runs.ts'

/** Thrown where an import was given up before what it brings could be stored. */
export class RunGivenUp extends Error {
  override readonly name = 'RunGivenUp'
  constructor() {
    super('the import was given up before it was stored')
  }
}

/**
 * Notes in the transaction that stores what an import brings that the import is stored, so that neither is there without
 * the other; its files are gone with it. Throws `RunGivenUp` where it is no longer to be stored.
 */
export async function endRun(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  authority: string,
  { runId, result }: EndedRun,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update import_run set state = 'stored', progress = '{}', result = ${JSON.stringify(result)}, updated_at = now()
    where authority = ${authority} and run_id = ${runId} and state = 'storing'`.execute(transaction)
  if (numAffectedRows !== 1n) throw new RunGivenUp()
  await sql`delete from import_run_file where authority = ${authority} and run_id = ${runId}`.execute(transaction)
}
