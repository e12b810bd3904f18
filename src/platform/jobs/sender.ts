import type { Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import { withoutAuthority } from '../database/withAuthority.ts'
import { JOBS_SCHEMA, type Job, type QueueName, jobSchema } from './queues.ts'

/**
 * Puts jobs into a queue as part of a transaction: they are there when, and only when, what they are about is. A job
 * that waits already is not put in twice.
 */
export type SendJobs = (
  transaction: Pick<Transaction<object>, 'executeQuery'>,
  queue: QueueName,
  jobs: readonly Job[],
) => Promise<void>

/** Sends jobs over the connections of this database. The package is loaded with the first job, not with the program. */
export function makeSendJobs(database: Database): SendJobs {
  let starting: ReturnType<typeof sendingBoss> | null = null
  return async (transaction, queue, jobs) => {
    if (jobs.length === 0) return
    const checked = jobs.map((job) => jobSchema.parse(job))
    starting ??= sendingBoss(database)
    const { boss, fromKysely } = await starting.catch((error: unknown) => {
      starting = null
      throw error
    })
    await boss.insert(
      queue,
      checked.map((job) => ({ data: job, singletonKey: job.id })),
      { db: fromKysely(transaction) },
    )
  }
}

/** A pg-boss that only puts jobs in: it has no connections and no timers of its own, so there is nothing to close. */
async function sendingBoss(database: Database) {
  const { PgBoss, fromKysely, systemClock } = await import('pg-boss')
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) =>
        withoutAuthority(database, (transaction) => fromKysely(transaction).executeSql(text, values)),
    },
    clock: { ...systemClock, setInterval: () => null, clearInterval: () => undefined },
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  return { boss, fromKysely }
}
