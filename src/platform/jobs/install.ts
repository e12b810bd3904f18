import { type Kysely, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { JOBS_NOTE, JOBS_SCHEMA, queues } from './queues.ts'

const INSTALL_LOCK = 0x70b5

/**
 * Makes the tables of the jobs or brings them up to date, with every queue, and lets `footprint_app` use them. One
 * process at a time. `db` must hold one connection only, signed in, as `ownerUrl` is, as the owner.
 */
export async function installJobs(db: Kysely<object>, ownerUrl: string): Promise<void> {
  await sql`select pg_advisory_lock(${INSTALL_LOCK}::bigint)`.execute(db)
  try {
    if ((await noteIn(db)) === JOBS_NOTE) return
    await bringUpToDate(ownerUrl)
    await allowUse(db)
  } finally {
    await sql`select pg_advisory_unlock(${INSTALL_LOCK}::bigint)`.execute(db)
  }
}

async function noteIn(db: Kysely<object>): Promise<string | null> {
  const { rows } = await sql<{ note: string | null }>`
    select obj_description(to_regnamespace(${JOBS_SCHEMA})::oid, 'pg_namespace') as note`.execute(db)
  return rows[0]?.note ?? null
}

async function bringUpToDate(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: 'footprint-migration',
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  })
  // What goes wrong is thrown as well; unheard, the event would end the process.
  boss.on('error', () => undefined)
  try {
    await boss.start()
    // Short: of jobs with the same key, one waits at a time. No second try: a job is a reminder, and what is still
    // to be done is found again by the worker that looks for it.
    for (const queue of queues) await boss.createQueue(queue, { policy: 'short', retryLimit: 0, expireInSeconds: 300 })
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The note comes with the rights, in one transaction: where it stands, all is there. */
async function allowUse(db: Kysely<object>): Promise<void> {
  const schema = sql.id(JOBS_SCHEMA)
  await db.transaction().execute(async (transaction) => {
    await sql`grant usage on schema ${schema} to footprint_app`.execute(transaction)
    await sql`grant select, insert, update, delete on all tables in schema ${schema} to footprint_app`.execute(
      transaction,
    )
    await sql`comment on schema ${schema} is ${sql.lit(JOBS_NOTE)}`.execute(transaction)
  })
}
