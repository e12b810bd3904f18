// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * Who may still be in care is asked by the year of the return that left an episode open, so that it costs the same
 * however many years lie behind.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index return_child_current_open on return_child (authority, year) include (child)
    where known_to = 'infinity' and last_day = 'infinity'`.execute(db)
}
