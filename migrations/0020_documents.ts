// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** Documents: drafts that are saved in place, and issues that nobody changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_draft (
      authority text not null references authority,
      kind text not null,
      ref text not null,
      person_id text not null,
      version integer not null default 1,
      children text[] not null,
      written json not null,
      saved_at timestamptz not null default clock_timestamp(),
      primary key (authority, kind, ref, person_id)
    )`.execute(db)
  await sql`comment on table document_draft is
    'What someone is writing: one a person and document, saved in place, and gone when it is issued'`.execute(db)
  await sql`comment on column document_draft.ref is 'What the document is about, by the name that its room gives it'`.execute(
    db,
  )
  await sql`comment on column document_draft.version is
    'Counts the savings: whoever saves names the one that they read, so that two windows overwrite nothing'`.execute(db)

  await sql`
    create table document_issue (
      authority text not null references authority,
      issue_id uuid not null,
      kind text not null,
      ref text not null,
      children text[] not null,
      issued_at timestamptz not null,
      issued_by text not null,
      replaces uuid,
      content text not null,
      fingerprint text not null check (fingerprint = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      primary key (authority, issue_id),
      foreign key (authority, replaces) references document_issue,
      check (replaces <> issue_id)
    )`.execute(db)
  await sql`comment on table document_issue is
    'What was issued, as it was: corrected only by another issue that names it'`.execute(db)
  await sql`comment on column document_issue.content is
    'JSON, as the fingerprint covers it: what it says, to whom, what was left out for whom and why, by whom and when. The other columns repeat of it what is searched for'`.execute(
    db,
  )
  await sql`comment on column document_issue.fingerprint is 'SHA-256 of the content in UTF-8, in hexadecimal'`.execute(
    db,
  )
  // A document has one first issue, and each issue is corrected once: by the next.
  await sql`create unique index document_issue_first on document_issue (authority, kind, ref)
    where replaces is null`.execute(db)
  await sql`create unique index document_issue_next on document_issue (authority, replaces)
    where replaces is not null`.execute(db)

  await sql`
    create function refuse_change_of_issue() returns trigger language plpgsql as $$
    begin
      raise exception 'what was issued is not changed' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`create trigger issued_for_good before update or delete or truncate on document_issue
    for each statement execute function refuse_change_of_issue()`.execute(db)

  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of ['document_draft', 'document_issue']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
  await sql`grant select, insert, delete, update (version, children, written, saved_at)
    on document_draft to footprint_app`.execute(db)
  await sql`grant select, insert on document_issue to footprint_app`.execute(db)
}
