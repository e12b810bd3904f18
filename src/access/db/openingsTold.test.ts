import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { test } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { anUntouchedDatabase } from '../../../test/support/database.ts'

const HERE = 'E09000033'
const THERE = 'E06000016'

test('openings of before are told to those whom the seal named then, each authority its own', async () => {
  const db = new Kysely<object>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: await anUntouchedDatabase(), max: 1 }) }),
  })
  try {
    await migrateAndCompare(db)
  } finally {
    await db.destroy()
  }
})

async function migrateAndCompare(db: Kysely<object>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(import.meta.dirname, '../../../migrations'),
    }),
    migrationTableSchema: 'migration',
  })
  const migrateTo = async (name: string) => {
    const { error } = await migrator.migrateTo(name)
    assert.equal(error, undefined)
  }
  await migrateTo('0010_open_episodes')

  const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`
  for (const authority of [HERE, THERE]) {
    await sql`insert into authority (authority, name) values (${authority}, ${authority})`.execute(db)
  }
  for (const [authority, child, from, to, people] of [
    [HERE, '1', at(8), at(10), '{ada,ben}'],
    [HERE, '1', at(10), at(12), '{ada,carl}'],
    [HERE, '1', at(14), 'infinity', '{dora}'],
    [THERE, '1', at(8), 'infinity', '{other}'],
  ] as const) {
    await sql`insert into child_seal (authority, child, known_from, known_to, person_ids, reason, recorded_by)
      values (${authority}, ${child}, ${from}, ${to}, ${people}, 'why', 'ada')`.execute(db)
  }
  const opened = [
    { why: 'under the first version', authority: HERE, child: '1', by: 'iro', hour: 9, told: ['ada', 'ben'] },
    { why: 'as the second begins', authority: HERE, child: '1', by: 'iro', hour: 10, told: ['ada', 'carl'] },
    { why: 'just after the seal was off', authority: HERE, child: '1', by: 'iro', hour: 13, told: ['ada', 'carl'] },
    { why: 'never the person who opened it', authority: HERE, child: '1', by: 'dora', hour: 15, told: [] },
    { why: 'a clock behind the seal’s', authority: HERE, child: '1', by: 'iro', hour: 7, told: ['ada', 'ben'] },
    { why: 'of another authority', authority: THERE, child: '1', by: 'iro', hour: 9, told: ['other'] },
    { why: 'of a child that no seal is known of', authority: THERE, child: '2', by: 'iro', hour: 9, told: [] },
  ]
  for (const { why, authority, child, by, hour } of opened) {
    await sql`insert into seal_opening (authority, child, person_id, reason, opened_at, open_until)
      values (${authority}, ${child}, ${by}, ${why}, ${at(hour)}, ${at(hour + 4)})`.execute(db)
  }
  // As where Footprint is run: the tables belong to a user whom row-level security binds.
  const owner = sql.ref(`told_owner_${randomUUID().slice(0, 8)}`)
  await sql`create role ${owner} nosuperuser`.execute(db)
  const owned = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db) // prettier-ignore
  for (const { name } of owned.rows) await sql`alter table ${sql.table(name)} owner to ${owner}`.execute(db)
  await sql`grant all on schema public, migration to ${owner}`.execute(db)
  await sql`grant all on all tables in schema migration to ${owner}`.execute(db)
  await sql`set role ${owner}`.execute(db)
  await migrateTo('0011_openings_told')
  await sql`reset role`.execute(db)
  await sql`reassign owned by ${owner} to current_user`.execute(db)
  await sql`drop owned by ${owner}`.execute(db)
  await sql`drop role ${owner}`.execute(db)

  const { rows } = await sql<{ why: string; told: string[] }>`
    select reason as why, told from seal_opening`.execute(db)
  assert.deepEqual(
    Object.fromEntries(rows.map(({ why, told }) => [why, told])),
    Object.fromEntries(opened.map(({ why, told }) => [why, told])),
  )
  const { rows: forced } = await sql`
    select from pg_class where relname in ('child_seal', 'seal_opening') and relforcerowsecurity`.execute(db)
  assert.equal(forced.length, 2, 'the owner of the tables is bound again')
}
