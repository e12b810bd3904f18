// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await describeSessions(db)
  await createSentForms(db)
}

/** Sessions can be told apart by whom they belong to, and tell when the person last showed who they are. */
async function describeSessions(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session
    add column session_id uuid not null default gen_random_uuid(),
    add column authenticated_at timestamptz,
    add column browser text not null default ''`.execute(db)
  await sql`comment on column session.authenticated_at is
    'When the person last gave their password or another proof, as the provider says; null where it does not say'`.execute(
    db,
  )
  await sql`create index session_of_person on session (authority, person_id)`.execute(db)
}

/** One key a form: the same form sent again is answered as it was, and done once. */
async function createSentForms(db: Kysely<unknown>): Promise<void> {
  // No foreign key: a form may be the first that makes an authority known.
  await sql`
    create table sent_form (
      authority text not null,
      form_key bytea not null,
      person_id text not null,
      sent_at timestamptz not null default now(),
      status smallint,
      location text,
      primary key (authority, form_key),
      check ((status is null) = (location is null))
    )`.execute(db)
  await sql`comment on table sent_form is
    'Forms sent within the last hour, by the SHA-256 of who sent what where: not records but work in hand'`.execute(db)
  await sql`comment on column sent_form.location is 'Where the answer led; null while it is worked on'`.execute(db)
  await sql`create index sent_form_time on sent_form (authority, sent_at)`.execute(db)
  await sql`alter table sent_form enable row level security`.execute(db)
  await sql`alter table sent_form force row level security`.execute(db)
  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  await sql`create policy own_authority on sent_form
    using (authority = ${named}) with check (authority = ${named})`.execute(db)
  await sql`grant select, insert, delete, update (sent_at, status, location) on sent_form to footprint_app`.execute(db)
}
