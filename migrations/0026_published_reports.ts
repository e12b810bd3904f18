// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** An annual report on its way to the public, and what was published: nothing of either is ever changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report_words add column written_by text`.execute(db)
  await sql`comment on column report_words.written_by is 'The person’s id; null where nobody had signed in, and before it was kept'`.execute(
    db,
  )

  await sql`
    create table report_step (
      authority text not null references authority,
      year integer not null,
      place integer not null check (place > 0),
      step text not null,
      taken_at timestamptz not null default clock_timestamp(),
      taken_by text not null,
      taken_by_name text not null,
      note text,
      as_at date,
      known_at timestamptz,
      primary key (authority, year, place)
    )`.execute(db)
  await sql`comment on table report_step is
    'Who took a year’s annual report a step further, and when: draft, review, sign-off, published'`.execute(db)
  await sql`comment on column report_step.place is
    'Counts the steps of the year: of two people who take one at once, one is told to look again'`.execute(db)
  await sql`comment on column report_step.known_at is
    'Of a sign-off: the moment of knowledge that was signed, after everything that was recorded before'`.execute(db)

  await sql`
    create table report_publication (
      authority text not null references authority,
      year integer not null,
      number integer not null check (number > 0),
      published_at timestamptz not null,
      published_by text not null,
      published_by_name text not null,
      as_at date not null,
      known_at timestamptz not null,
      content text not null,
      fingerprint text not null check (fingerprint = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      primary key (authority, year, number)
    )`.execute(db)
  await sql`comment on table report_publication is
    'What a published report rests on: its figures, their definitions, and a fingerprint of the records behind each'`.execute(
    db,
  )

  await sql`
    create table report_publication_file (
      authority text not null,
      year integer not null,
      number integer not null,
      edition text not null,
      format text not null,
      name text not null,
      type text not null,
      content bytea not null,
      fingerprint text not null check (fingerprint = encode(sha256(content), 'hex')),
      primary key (authority, year, number, edition, format),
      foreign key (authority, year, number) references report_publication
    )`.execute(db)
  await sql`comment on table report_publication_file is 'The files of a published report, as they were given out'`.execute(
    db,
  )

  await sql`
    create function refuse_change_of_publication() returns trigger language plpgsql as $$
    begin
      raise exception 'what was published is not changed' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of ['report_step', 'report_publication', 'report_publication_file']) {
    await sql`create trigger published_for_good before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change_of_publication()`.execute(db)
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
    await sql`grant select, insert on ${sql.table(table)} to footprint_app`.execute(db)
  }
}
