/**
 * Databases for tests: one embedded server that all test files share (the last one to finish stops it), and on it a
 * database of its own for each that asks, copied in milliseconds from one that has been brought up to date once.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { type Database, connect } from '../../src/platform/database/database.ts'
import { useEmbeddedServer } from '../../src/platform/database/embedded/server.ts'
import { migrateToLatest } from '../../src/platform/database/migrate.ts'
import { JOBS_NOTE } from '../../src/platform/jobs/queues.ts'

/** A place for the tests' server, for the person who runs one test file; `npm test` names a fresh one. */
const FOLDER = process.env['FOOTPRINT_TEST_DATA'] ?? join(tmpdir(), `footprint-test-${process.getuid?.() ?? ''}`)
// Nothing here needs to survive a power cut.
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']

/** A server for tests: a fast embedded one, or the one that `FOOTPRINT_TEST_DATABASE_URL` names (as superuser). */
export async function useTestServer(): Promise<{ urlOf: (database: string) => string; close: () => Promise<void> }> {
  const url = process.env['FOOTPRINT_TEST_DATABASE_URL']
  if (url === undefined) return useEmbeddedServer(FOLDER, FAST)
  const urlOf = (database: string) => url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`)
  return { urlOf, close: () => Promise.resolve() }
}

/** A database of a test file's own, up to date and empty. */
export interface TestDatabase {
  database: Database
  url: string
  /** The same server's URL for another database. */
  urlOf: (database: string) => string
}

/**
 * Makes a database for the test file or suite that calls it, and removes it after the last test. Not for hooks: what a
 * hook leaves to be done `after` is done as soon as the hook ends.
 */
export async function aDatabase(): Promise<TestDatabase> {
  const server = await useTestServer()
  const { url, drop } = await copyOf(await templateOn(server.urlOf), server.urlOf)
  const database = connect(url)
  after(async () => {
    await database.destroy()
    await drop()
    await server.close()
  })
  return { database, url, urlOf: server.urlOf }
}

/** As `aDatabase`, but one that no migration has run on; gives its URL. */
export async function anUntouchedDatabase(): Promise<string> {
  const server = await useTestServer()
  const { url, drop } = await copyOf('template0', server.urlOf)
  after(async () => {
    await drop()
    await server.close()
  })
  return url
}

async function copyOf(template: string, urlOf: (database: string) => string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(urlOf, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: urlOf(name),
    drop: () => asSuperuser(urlOf, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function templateOn(urlOf: (database: string) => string): Promise<string> {
  const folder = join(import.meta.dirname, '../../migrations')
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
  const hash = sources.reduce((sum, source) => sum.update(source), createHash('sha256').update(JOBS_NOTE)).digest('hex')
  const template = `template_${hash.slice(0, 16)}`
  await asSuperuser(urlOf, async (client) => {
    const TEMPLATE_LOCK = 0x7e57
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const existing = await client.query('select from pg_database where datname = $1', [template])
    if (existing.rowCount) return
    // Under another name until it is whole: a test run that is stopped here must not leave half a template.
    await client.query(`drop database if exists ${template}_unfinished with (force)`)
    await client.query(`create database ${template}_unfinished`)
    await migrateToLatest(urlOf(`${template}_unfinished`))
    await client.query(`alter database ${template}_unfinished rename to ${template}`)
  })
  return template
}

/** Runs the statement as the person who keeps the database can, past its triggers: nothing of ours writes so. */
export const behindItsBack = (database: Database, statement: RawBuilder<unknown>): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction)
    await statement.execute(transaction)
  })

/** Runs `work` with the superuser's connection to the server's own database. */
export async function asSuperuser<Result>(
  urlOf: (database: string) => string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
