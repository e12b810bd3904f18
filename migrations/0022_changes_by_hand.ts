// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** A list of imports has to leave out what someone changed on a page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table register_change add column is_by_hand boolean not null default false`.execute(db)
  await sql`comment on column register_change.is_by_hand is
    'Whether it was made on a page, and not by an import of files'`.execute(db)
}
