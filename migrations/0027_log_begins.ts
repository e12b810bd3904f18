// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** The oldest entries of a log may be deleted after their time: what is left is checked from the last that went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_begin (
      authority text primary key references authority,
      entry_number bigint not null,
      entry_hash bytea not null,
      begun_at timestamptz not null default now()
    )`.execute(db)
  await sql`comment on table audit_begin is
    'The last entry of the log that was deleted after its time, by its number and fingerprint. Written by the owner of the tables alone'`.execute(
    db,
  )
  await sql`alter table audit_begin enable row level security`.execute(db)
  await sql`alter table audit_begin force row level security`.execute(db)
  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  await sql`create policy own_authority on audit_begin
    using (authority = ${named}) with check (authority = ${named})`.execute(db)
  await sql`grant select on audit_begin to footprint_app`.execute(db)
}
