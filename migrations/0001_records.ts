// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createRole(db)
  await createTables(db)
  await keepAuthoritiesApart(db)
  await grantWhatIsNeeded(db)
}

/** The role under which every query runs. It owns nothing and can't sign in. Roles are the whole server's. */
async function createRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'footprint_app') then
        create role footprint_app nologin;
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server was made at the same moment
    end $$`.execute(db)
  await sql`
    do $$
    begin
      if not pg_has_role(current_user, 'footprint_app', 'member') then
        execute format('grant footprint_app to %I', current_user);
      end if;
    end $$`.execute(db)
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table authority (
      authority text primary key check (authority ~ '^[A-Z][0-9]{8}$'),
      name text not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`comment on column authority.authority is 'The GSS code, here and in every other table'`.execute(db)

  await sql`
    create table return_import (
      authority text not null references authority,
      recorded_at timestamptz not null,
      year integer not null check (year between 1990 and 2100),
      source_name text not null,
      row_counts jsonb not null,
      carries_earlier_reviews boolean not null,
      added integer not null,
      changed integer not null,
      removed integer not null,
      unchanged integer not null,
      primary key (authority, recorded_at)
    )`.execute(db)
  await sql`comment on table return_import is
    'Each import that was stored. Moments rise strictly within an authority: they are known_from and known_to of return_child'`.execute(
    db,
  )
  await sql`comment on column return_import.year is 'The calendar year in which the reporting year starts'`.execute(db)

  // No foreign key on the large table: its policy and the one statement that writes it keep authority right, and a
  // check for each of 40,000 rows would cost more than the rest of the insert.
  await sql`
    create table return_child (
      authority text not null,
      child text not null,
      year integer not null,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      first_day date,
      last_day date,
      content text not null,
      rows text not null default '{}',
      primary key (authority, child, year, known_from)
    )`.execute(db)
  await sql`comment on table return_child is
    'One child''s part of one year''s return, in versions: current while known_to is infinity'`.execute(db)
  await sql`comment on column return_child.last_day is
    'The last day anything is said of, infinity while an episode is open, null where nothing is dated'`.execute(db)
  await sql`comment on column return_child.content is
    'JSON, kept as text: it is compared, and read whole. Equal text says the same of the child'`.execute(db)
  await sql`comment on column return_child.rows is 'JSON: in which rows of the files it stood when this version came'`.execute(
    db,
  )
  await sql`create unique index return_child_current on return_child (authority, child, year)
    where known_to = 'infinity'`.execute(db)
  // The child is not a key: it is what is found, and never what is looked for here.
  await sql`create index return_child_current_active on return_child (authority, last_day) include (child)
    where known_to = 'infinity'`.execute(db)

  await sql`
    create table authority_settings (
      authority text not null references authority,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      settings jsonb not null,
      primary key (authority, known_from)
    )`.execute(db)
  await sql`create unique index authority_settings_current on authority_settings (authority)
    where known_to = 'infinity'`.execute(db)

  await sql`
    create table report_words (
      authority text not null references authority,
      year integer not null,
      section text not null,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      words text not null,
      primary key (authority, year, section, known_from)
    )`.execute(db)
  await sql`create unique index report_words_current on report_words (authority, year, section)
    where known_to = 'infinity'`.execute(db)

  await sql`
    create table import_run (
      authority text not null references authority,
      run_id uuid not null default gen_random_uuid(),
      year integer not null,
      source_name text not null,
      state text not null check (state in ('uploaded', 'checking', 'ready', 'refused', 'storing', 'stored', 'failed')),
      progress jsonb not null default '{}',
      result jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (authority, run_id)
    )`.execute(db)
  await sql`comment on table import_run is
    'An import through the pages: not a record but work in hand, so it changes in place and may be deleted'`.execute(db)

  await sql`
    create table import_run_file (
      authority text not null,
      run_id uuid not null,
      file_name text not null,
      content bytea not null,
      primary key (authority, run_id, file_name),
      foreign key (authority, run_id) references import_run on delete cascade
    )`.execute(db)
}

const TABLES = [
  'authority',
  'return_import',
  'return_child',
  'authority_settings',
  'report_words',
  'import_run',
  'import_run_file',
]

/** Each query sees and writes the rows of one authority only: the one its transaction has named. */
async function keepAuthoritiesApart(db: Kysely<unknown>): Promise<void> {
  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of TABLES) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
  // Which authorities there are is no secret: a query that names none may list them, and nothing else.
  await sql`create policy list_authorities on authority for select using (${named} is null)`.execute(db)
}

/** Nothing is overwritten: of a version, only its end may be written later. */
async function grantWhatIsNeeded(db: Kysely<unknown>): Promise<void> {
  await sql`grant select, insert on authority, return_import to footprint_app`.execute(db)
  for (const table of ['return_child', 'authority_settings', 'report_words']) {
    await sql`grant select, insert, update (known_to) on ${sql.table(table)} to footprint_app`.execute(db)
  }
  await sql`grant select, insert, update, delete on import_run, import_run_file to footprint_app`.execute(db)
  await sql`grant usage on schema migration to footprint_app`.execute(db)
  await sql`grant select on all tables in schema migration to footprint_app`.execute(db)
}
