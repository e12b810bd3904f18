// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** What a change has brought is asked for at each change, by the log, and by everyone who knew the registers before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index register_row_moment on register_row (authority, known_from)`.execute(db)
}
