// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** What is given out to be opened without signing in: links in messages, and the addresses of calendars. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table invitation_link (
      authority text not null references authority,
      token_hash bytea not null,
      review_ref text not null,
      contact_ref text not null,
      created_at timestamptz not null default now(),
      primary key (authority, token_hash)
    )`.execute(db)
  await sql`comment on column invitation_link.token_hash is
    'SHA-256 of what the link holds: who reads this table can open no link'`.execute(db)

  await sql`
    create table calendar_feed (
      authority text not null references authority,
      token_hash bytea not null,
      person_id text not null,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      last_fingerprint text,
      primary key (authority, token_hash)
    )`.execute(db)
  await sql`comment on column calendar_feed.last_fingerprint is
    'What tells what the feed said last from anything else; null before it was first read'`.execute(db)
  await sql`create unique index calendar_feed_of_person on calendar_feed (authority, person_id)
    where ended_at is null`.execute(db)

  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of ['invitation_link', 'calendar_feed']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
  await sql`grant select, insert on invitation_link to footprint_app`.execute(db)
  await sql`grant select, insert, update (ended_at, last_fingerprint) on calendar_feed to footprint_app`.execute(db)
}
