import { readdir } from 'node:fs/promises'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { JOBS_NOTE, JOBS_SCHEMA } from '../jobs/queues.ts'
import { Refusal } from '../refusal.ts'
import { packageFolder } from '../sources.ts'
import { poolOf } from './pool.ts'
import { refusalOf } from './refusals.ts'

const MIGRATIONS = path.join(packageFolder, 'migrations')
/** A schema of its own, so that every table of the ordinary one is a table of records. */
const MIGRATION_SCHEMA = 'migration'

/**
 * Brings the database's tables up to date, one process at a time; gives the names of the migrations that it ran.
 * Signs in with `ownerUrl`, whose user owns the tables. Throws `Refusal` where it can't sign in, may not change the
 * tables, or the database is of a newer Footprint.
 */
export async function migrateToLatest(ownerUrl: string): Promise<string[]> {
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool: poolOf(ownerUrl, 1, 'footprint-migration') }) })
  try {
    if (await isUpToDate(db)) return []
    const migrator = new Migrator({
      db,
      provider: new FileMigrationProvider({ fs, path, migrationFolder: MIGRATIONS }),
      migrationTableSchema: MIGRATION_SCHEMA,
    })
    const { error, results } = await migrator.migrateToLatest() // does not throw
    if (error !== undefined) throw migrationRefusal(error)
    // Loaded only now: most starts find all up to date.
    const { installJobs } = await import('../jobs/install.ts')
    await installJobs(db, ownerUrl)
    return (results ?? []).map((result) => result.migrationName)
  } catch (error) {
    throw refusalOf(error) ?? migrationRefusal(error)
  } finally {
    await db.destroy()
  }
}

/** The question that nearly every start asks; the migrator's own way to the same answer takes ten queries. */
async function isUpToDate(db: Kysely<object>): Promise<boolean> {
  const table = sql.table(`${MIGRATION_SCHEMA}.kysely_migration`)
  const exists = await sql<{ is_there: boolean; jobs: string | null }>`
    select to_regclass(${`${MIGRATION_SCHEMA}.kysely_migration`}) is not null as is_there,
      obj_description(to_regnamespace(${JOBS_SCHEMA})::oid, 'pg_namespace') as jobs`.execute(db)
  if (!exists.rows[0]?.is_there || exists.rows[0].jobs !== JOBS_NOTE) return false
  const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(db)
  const files = await readdir(MIGRATIONS)
  const names = files.map((file) => path.parse(file).name).sort()
  return names.join() === rows.map((row) => row.name).join()
}

function migrationRefusal(error: unknown): unknown {
  const INSUFFICIENT_PRIVILEGE = '42501'
  if (error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) {
    return new Refusal(
      'The database’s tables need to be brought up to date, and its user may not do that. Run "footprint migrate" with FOOTPRINT_DATABASE_OWNER_URL naming the user that owns them.',
    )
  }
  if (error instanceof Error && error.message.includes('is missing')) {
    return new Refusal('The database has been used by a newer version of Footprint. Use that version or a later one.')
  }
  return error
}
