import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { test } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { aServer, serversHere } from '../../../test/support/postgres.ts'
import { date, instant } from '../../kernel/dates.ts'
import { connect } from '../../platform/database/database.ts'
import { migrateToLatest } from '../../platform/database/migrate.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import { makePublishingStore } from './publishingStore.ts'

const AUTHORITY = 'X99000001'
const YEAR = 2023
const BEFORE = '0027_log_begins'
const migrationFolder = path.join(import.meta.dirname, '../../../migrations')

const programOf = (programs: string | null, name: string): string | null =>
  programs !== null && existsSync(path.join(programs, name)) ? path.join(programs, name) : null

/** Brings an empty database as far as one was before publications were complete. */
async function migrateToBefore(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
  const provider = new FileMigrationProvider({ fs, path, migrationFolder })
  const { error } = await new Migrator({ db, provider, migrationTableSchema: 'migration' }).migrateTo(BEFORE)
  await db.destroy()
  assert.equal(error, undefined)
}

const content = {
  figures: '{"figures":[{"id":"reviews.held","value":505}]}',
  definitions: [
    { id: 'reviews.held', definition: 'Reviews', source: 'Return', version: 1, records: 505, fingerprint: 'f' },
  ],
}
const file = {
  edition: 'board',
  format: 'html',
  name: 'report.html',
  type: 'text/html',
  content: Buffer.from('<p>505 reviews</p>'),
} as const
const person = { id: 'p', name: 'Ada Adams' }

test('what was published before publications were complete opens as it was, in the same database and from a dump of it', async () => {
  const servers = serversHere()
  const { programs } = servers.find((one) => programOf(one.programs, 'pg_dump')) ?? { programs: null }
  const server = await aServer(programs)
  const superuser = new pg.Client({ connectionString: server.superuser })
  await superuser.connect()
  const urlOf = (name: string) => server.urlOf('postgres', 'superuser', name)
  await superuser.query('create database old')
  await superuser.query('create database restored')
  await superuser.end()
  await migrateToBefore(urlOf('old'))

  const old = connect(urlOf('old'))
  await withAuthority(old, AUTHORITY, (transaction) =>
    sql`insert into authority (authority, name) values (${AUTHORITY}, 'Hartsmere')`.execute(transaction),
  )
  const signed = { asAt: date('2024-03-31'), knownAt: instant('2024-05-01T10:00:00.123456Z') }
  const step = { step: 'publish', note: null, signed, person } as const
  const isKept = await makePublishingStore(old).keepStep(AUTHORITY, YEAR, 0, step, {
    number: 1,
    content,
    files: [file],
  })
  assert.ok(isKept)
  const published = await makePublishingStore(old).publication(AUTHORITY, YEAR, 1)
  await old.destroy()

  const names = ['old']
  const [dump, restore] = [programOf(programs, 'pg_dump'), programOf(programs, 'psql')]
  if (dump && restore) {
    const dumped = spawnSync(dump, [urlOf('old')], { encoding: 'utf8' })
    assert.equal(dumped.status, 0, dumped.stderr)
    const input = dumped.stdout
    const options = ['-X', '-v', 'ON_ERROR_STOP=1', urlOf('restored')]
    const restored = spawnSync(restore, options, { input, encoding: 'utf8' })
    assert.equal(restored.status, 0, restored.stderr)
    names.push('restored')
  }
  for (const name of names) {
    assert.ok((await migrateToLatest(urlOf(name))).includes('0028_publications_complete'), name)
    const database = connect(urlOf(name))
    const store = makePublishingStore(database)
    assert.deepEqual(await store.publication(AUTHORITY, YEAR, 1), published, name)
    assert.deepEqual((await store.file(AUTHORITY, YEAR, 1, 'board', 'html'))?.content, file.content)
    await assert.rejects(
      withAuthority(database, AUTHORITY, (transaction) =>
        sql`insert into report_publication_file
            (authority, year, number, edition, format, name, type, content, fingerprint)
          values (${AUTHORITY}, ${YEAR}, 1, 'public', 'html', 'p.html', 'text/html', '\\x',
            encode(sha256('\\x'), 'hex'))`.execute(transaction),
      ),
      /what was published is complete/,
      name,
    )
    await database.destroy()
  }
})
