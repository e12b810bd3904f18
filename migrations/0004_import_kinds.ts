// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** Imports of other kinds than the return are worked on in the same way, and not asked for a year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_run add column kind text not null default 'ssda903'`.execute(db)
  await sql`alter table import_run alter column kind drop default`.execute(db)
  await sql`alter table import_run add column asked jsonb not null default '{}'`.execute(db)
  await sql`update import_run set asked = jsonb_build_object('year', year)`.execute(db)
  await sql`alter table import_run drop column year`.execute(db)
  await sql`comment on column import_run.asked is 'What the import was asked for, in the form of its kind'`.execute(db)
}
