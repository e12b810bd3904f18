import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import packageJson from '../../../package.json' with { type: 'json' }
import { aDatabase } from '../../../test/support/database.ts'
import { migrateToLatest } from '../database/migrate.ts'
import { withAuthority } from '../database/withAuthority.ts'
import { JOBS_NOTE, type Job, PG_BOSS_VERSION, queues } from './queues.ts'
import { makeSendJobs } from './sender.ts'
import { type WorkersOptions, startWorkers } from './workers.ts'

const AUTHORITY = 'E09000033'
const aJob = (): Job => ({ authority: AUTHORITY, id: randomUUID() })

describe('jobs', async () => {
  const { database, url } = await aDatabase()
  const send = makeSendJobs(database)
  const put = (...jobs: Job[]) =>
    withAuthority(database, AUTHORITY, (transaction) => send(transaction, 'sending', jobs))
  const waiting = async () => {
    const { rows } = await sql<{ data: Job }>`select data from jobs.job where state = 'created'`.execute(database)
    return rows.map(({ data }) => data.id).sort()
  }

  /** Works until `handle` has been called so many times. */
  async function workUntil(count: number, handle: (job: Job) => Promise<void>, faults: unknown[] = []) {
    let done = 0
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const options: WorkersOptions = {
      url,
      handlers: {
        sending: async (job) => {
          try {
            await handle(job)
          } finally {
            done += 1
            if (done === count) resolve(undefined)
          }
        },
      },
      lookForWork: () => Promise.resolve(),
      onFault: (fault) => faults.push(fault),
      seconds: { poll: 0.5, lookForWork: 60 },
    }
    const workers = await startWorkers(options)
    await promise
    await workers.stop()
  }

  test('the tables are those of the version of pg-boss that is installed', () => {
    assert.equal(PG_BOSS_VERSION, packageJson.dependencies['pg-boss'])
  })

  test('every queue is there, made by the owner, and used by a role that owns nothing', async () => {
    const made = await sql<{
      name: string
    }>`select name from jobs.queue where name not like '\\_\\_%' order by 1`.execute(database)
    assert.deepEqual(
      made.rows.map(({ name }) => name),
      [...queues].sort(),
    )
    const owned = await sql`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'jobs' and pg_has_role('footprint_app', c.relowner, 'member')`.execute(database)
    assert.equal(owned.rows.length, 0)
    for (const table of ['jobs.queue', 'jobs.job']) {
      await assert.rejects(
        withAuthority(database, AUTHORITY, (transaction) => sql`drop table ${sql.table(table)}`.execute(transaction)),
        /must be owner/,
      )
    }
  })

  test('the tables are brought up to date where their note says another version, and only there', async () => {
    const note = async () => {
      const { rows } = await sql<{
        note: string
      }>`select obj_description(to_regnamespace('jobs')::oid) as note`.execute(database)
      return rows[0]?.note
    }
    assert.equal(await note(), JOBS_NOTE)
    await sql`comment on schema jobs is 'pg-boss 1.0.0'`.execute(database)
    assert.deepEqual(await Promise.all([migrateToLatest(url), migrateToLatest(url)]), [[], []])
    assert.equal(await note(), JOBS_NOTE)
  })

  test('are there when, and only when, what they are about is', async () => {
    const [kept, lost] = [aJob(), aJob()]
    await put(kept)
    const failing = withAuthority(database, AUTHORITY, async (transaction) => {
      await send(transaction, 'sending', [lost])
      throw new Error('changed our mind')
    })
    await assert.rejects(failing, /changed our mind/)
    assert.deepEqual(await waiting(), [kept.id])
    await put(kept)
    assert.deepEqual(await waiting(), [kept.id], 'one that waits is not put in twice')
    await workUntil(1, () => Promise.resolve())
    assert.deepEqual(await waiting(), [])
  })

  test('hold nothing else: what does is refused before it is stored', async () => {
    const more = { ...aJob(), child: 'NORTH1' }
    await assert.rejects(put(more), /unrecognized_keys/)
    assert.deepEqual(await waiting(), [])
  })

  test('are shared by several workers, each done once; one that fails is told of and keeps none of the others', async () => {
    const jobs = Array.from({ length: 40 }, aJob)
    await put(...jobs)
    const done: string[] = []
    const faults: unknown[] = []
    const bad = jobs[7]?.id
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const handle = (job: Job): Promise<void> => {
      done.push(job.id)
      if (done.length === jobs.length) resolve(undefined)
      return job.id === bad ? Promise.reject(new Error('a bad job')) : Promise.resolve()
    }
    const options: WorkersOptions = {
      url,
      handlers: { sending: handle },
      lookForWork: () => Promise.resolve(),
      onFault: (fault) => faults.push(fault),
      seconds: { poll: 0.5, lookForWork: 60 },
    }
    const workers = await Promise.all([startWorkers(options), startWorkers(options)])
    await promise
    await Promise.all(workers.map((one) => one.stop()))
    assert.deepEqual([...done].sort(), jobs.map(({ id }) => id).sort())
    assert.deepEqual(faults.map(String), ['Error: a bad job'])
  })

  test('stopping waits for the job at work and for looking around, and lets go of the database', async () => {
    await put(aJob())
    const started = Promise.withResolvers<undefined>()
    const finish = Promise.withResolvers<undefined>()
    let isFinished = false
    const workers = await startWorkers({
      url,
      handlers: {
        sending: async () => {
          started.resolve(undefined)
          await finish.promise
          isFinished = true
        },
      },
      lookForWork: () => Promise.resolve(),
      onFault: () => undefined,
      seconds: { poll: 0.5, lookForWork: 60 },
    })
    await started.promise
    const stopped = workers.stop()
    finish.resolve(undefined)
    await stopped
    assert.ok(isFinished)
    const left = await sql`select from pg_stat_activity
      where application_name = 'footprint-jobs' and datname = current_database()`.execute(database)
    assert.equal(left.rows.length, 0)
  })
})
