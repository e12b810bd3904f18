import { Kysely, PostgresDialect, sql } from 'kysely'
import { useEmbeddedServer } from './embedded/server.ts'
import { migrateToLatest } from './migrate.ts'
import { WORK_TIMES, poolOf } from './pool.ts'
import { Refusal } from '../refusal.ts'
import { refusalOf } from './refusals.ts'
import { withoutAuthority } from './withAuthority.ts'

/** A database before a room says which of its tables it works with: `database.$extendTables<ReturnTables>()`. */
export type Database = Kysely<object>

/** Where the database is. */
export interface DatabaseConfiguration {
  /** A PostgreSQL server's database; null for the embedded one. `FOOTPRINT_DATABASE_URL`. */
  url: string | null
  /** The same database, signed in as its owner, where the ordinary user may not change tables. Null: as `url`. */
  ownerUrl: string | null
  /** The folder of the embedded database. `FOOTPRINT_DATA`. */
  dataFolder: string
}

/** A database that is up to date and ready. */
export interface OpenDatabase {
  database: Database
  url: string
  /** The migrations that opening it ran. */
  migrated: readonly string[]
  close: () => Promise<void>
}

const EMBEDDED_DATABASE = 'postgres'

/**
 * Opens the database and brings its tables up to date, starting the embedded server where no other is named.
 * Throws `Refusal` where the server can't be reached or does not let us in, and where only its owner is named.
 */
export async function openDatabase(configuration: DatabaseConfiguration): Promise<OpenDatabase> {
  const { url, ownerUrl, dataFolder } = configuration
  if (url !== null) return openAt(url, ownerUrl ?? url, () => Promise.resolve())
  if (ownerUrl !== null) {
    // Anyone who names the owner means a server: records must not land in the embedded database instead.
    throw new Refusal('FOOTPRINT_DATABASE_OWNER_URL is set and FOOTPRINT_DATABASE_URL is not: set it too.')
  }
  const server = await useEmbeddedServer(dataFolder)
  const embeddedUrl = server.urlOf(EMBEDDED_DATABASE)
  try {
    return await openAt(embeddedUrl, embeddedUrl, server.close)
  } catch (error) {
    await server.close()
    throw error
  }
}

async function openAt(url: string, ownerUrl: string, closeServer: () => Promise<void>): Promise<OpenDatabase> {
  const migrated = await migrateToLatest(ownerUrl)
  const database = connect(url)
  await letIn(database)
  return {
    database,
    url,
    migrated,
    // At once: where we are interrupted in the middle of a transaction, only the server's end ends it.
    close: async () => {
      await Promise.all([database.destroy(), closeServer()])
    },
  }
}

/** Finds out at once whether this user may work here. */
async function letIn(database: Database): Promise<void> {
  try {
    await withoutAuthority(database, (transaction) => sql`select 1`.execute(transaction))
  } catch (error) {
    await database.destroy()
    throw refusalOf(error) ?? error
  }
}

/** The database as it is, without bringing it up to date; connects at the first query. */
export function connect(url: string): Database {
  const MOST_CONNECTIONS = 10
  const pool = poolOf(url, MOST_CONNECTIONS, 'footprint', WORK_TIMES)
  return new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
}
