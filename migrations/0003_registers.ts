// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table register_change (
      authority text not null references authority,
      recorded_at timestamptz not null,
      source_name text not null,
      counts jsonb not null,
      recorded_by text,
      primary key (authority, recorded_at)
    )`.execute(db)
  await sql`comment on table register_change is
    'Each change of the registers, by import or by hand. Moments rise strictly within an authority: they are known_from and known_to of register_row'`.execute(
    db,
  )
  await sql`comment on column register_change.counts is
    'By register: rows added, changed, unchanged, left out'`.execute(db)
  await sql`comment on column register_change.recorded_by is 'The person''s id; null where nobody had signed in'`.execute(
    db,
  )

  await sql`
    create table register_row (
      authority text not null,
      register text not null,
      row_key text not null,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      child text,
      content json not null,
      primary key (authority, register, row_key, known_from),
      foreign key (authority, known_from) references register_change
    )`.execute(db)
  await sql`comment on table register_row is
    'A row of one of the service''s own registers, in versions: current while known_to is infinity'`.execute(db)
  await sql`comment on column register_row.row_key is 'JSON: the values of the columns that tell rows apart'`.execute(
    db,
  )
  await sql`comment on column register_row.content is 'Values by column; what is blank is left out. Not jsonb: it is read whole, and nothing looks into it'`.execute(
    db,
  )
  await sql`create unique index register_row_current on register_row (authority, register, row_key)
    where known_to = 'infinity'`.execute(db)
  await sql`create index register_row_current_child on register_row (authority, child)
    where known_to = 'infinity' and child is not null`.execute(db)

  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of ['register_change', 'register_row']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
  // Nothing is overwritten: of a version, only its end may be written later.
  await sql`grant select, insert on register_change to footprint_app`.execute(db)
  await sql`grant select, insert, update (known_to) on register_row to footprint_app`.execute(db)
}
