// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPeople(db)
  await createSeals(db)
  await createLog(db)
  await keepAuthoritiesApart(db)
  await grantWhatIsNeeded(db)
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      authority text not null references authority,
      person_id text not null,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      name text not null,
      email text not null check (email = lower(email)),
      roles text[] not null,
      team text,
      officer_id text,
      worker_id text,
      issuer text,
      subject text,
      is_active boolean not null,
      recorded_by text not null,
      primary key (authority, person_id, known_from),
      check ((issuer is null) = (subject is null))
    )`.execute(db)
  await sql`comment on table person is
    'Who may sign in, in versions: current while known_to is infinity. Nobody is deleted: the log names them'`.execute(
    db,
  )
  await sql`comment on column person.worker_id is 'As a social worker in the return: SW_ID'`.execute(db)
  await sql`comment on column person.subject is
    'The account at the issuer with which the person signed in first; null until then'`.execute(db)
  await sql`create unique index person_current on person (authority, person_id) where known_to = 'infinity'`.execute(db)
  await sql`create unique index person_email on person (authority, email)
    where known_to = 'infinity' and is_active`.execute(db)
  await sql`create unique index person_account on person (authority, issuer, subject)
    where known_to = 'infinity' and is_active`.execute(db)

  await sql`
    create table session (
      authority text not null references authority,
      token_hash bytea not null,
      person_id text not null,
      signed_in_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      primary key (authority, token_hash)
    )`.execute(db)
  await sql`comment on column session.token_hash is
    'SHA-256 of what the browser holds: who reads this table can not act as anyone'`.execute(db)

  await sql`
    create table kept_form (
      authority text not null references authority,
      form_id uuid not null default gen_random_uuid(),
      person_id text not null,
      address text not null,
      fields jsonb not null,
      kept_at timestamptz not null default now(),
      primary key (authority, form_id)
    )`.execute(db)
  await sql`comment on table kept_form is
    'What someone typed and sent after their session had ended, until they have signed in again'`.execute(db)
}

async function createSeals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table child_seal (
      authority text not null references authority,
      child text not null,
      known_from timestamptz not null,
      known_to timestamptz not null default 'infinity' check (known_to > known_from),
      person_ids text[] not null,
      reason text not null,
      recorded_by text not null,
      primary key (authority, child, known_from)
    )`.execute(db)
  await sql`comment on table child_seal is
    'Records that only named people may see, in versions: sealed while one is current'`.execute(db)
  await sql`create unique index child_seal_current on child_seal (authority, child) where known_to = 'infinity'`.execute(
    db,
  )
  await sql`
    create table seal_opening (
      authority text not null references authority,
      opening_id uuid not null default gen_random_uuid(),
      child text not null,
      person_id text not null,
      reason text not null,
      opened_at timestamptz not null default now(),
      open_until timestamptz not null,
      seen_by text,
      seen_at timestamptz,
      primary key (authority, opening_id),
      check ((seen_by is null) = (seen_at is null))
    )`.execute(db)
  await sql`comment on table seal_opening is
    'Sealed records that someone not named had to open; seen_by: the manager who has looked into it'`.execute(db)
  await sql`create index seal_opening_time on seal_opening (authority, open_until)`.execute(db)
}

/**
 * The log of reads and changes. Whoever writes it gives only who, what and which children: the database itself numbers
 * the entry, says when, and chains it to the one before.
 */
async function createLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entry (
      authority text not null references authority,
      entry_number bigint not null,
      recorded_at timestamptz not null,
      person_id text not null,
      action text not null check (action in ('read', 'change')),
      what text not null,
      children text[] not null,
      entry_hash bytea not null,
      primary key (authority, entry_number)
    )`.execute(db)
  await sql`comment on column audit_entry.entry_hash is
    'SHA-256 of the entry before and of the JSON list of authority, number, time (UTC, microseconds), person, action, what and children'`.execute(
    db,
  )
  // Subscripts, unlike functions of arrays, are trusted beneath row-level security: an index on them is used.
  await sql`create index audit_entry_of_child on audit_entry (authority, (children[1]), entry_number)
    where children[2] is null`.execute(db)
  await sql`create index audit_entry_of_person on audit_entry (authority, person_id, entry_number)`.execute(db)
  await sql`create index audit_entry_time on audit_entry (authority, recorded_at)`.execute(db)

  await sql`
    create function chain_audit_entry() returns trigger language plpgsql as $$
    declare
      before record;
    begin
      perform pg_advisory_xact_lock(hashtextextended('audit_entry of ' || new.authority, 0));
      select entry_number, entry_hash into before from audit_entry
        where authority = new.authority order by entry_number desc limit 1;
      new.entry_number := coalesce(before.entry_number, 0) + 1;
      new.recorded_at := clock_timestamp();
      new.entry_hash := sha256(coalesce(before.entry_hash, ''::bytea) || convert_to(array_to_json(array[
        new.authority, new.entry_number::text,
        to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        new.person_id, new.action, new.what] || new.children)::text, 'UTF8'));
      return new;
    end $$`.execute(db)
  await sql`create trigger chain before insert on audit_entry for each row execute function chain_audit_entry()`.execute(
    db,
  )
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the log is only ever added to' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`create trigger only_added_to before update or delete or truncate on audit_entry
    for each statement execute function refuse_change()`.execute(db)
}

const TABLES = ['person', 'session', 'kept_form', 'child_seal', 'seal_opening', 'audit_entry']

/** Each query sees and writes the rows of one authority only: the one its transaction has named. */
async function keepAuthoritiesApart(db: Kysely<unknown>): Promise<void> {
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of TABLES) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
}

/** Nothing is overwritten: of a version, only its end may be written later; of the log, nothing. */
async function grantWhatIsNeeded(db: Kysely<unknown>): Promise<void> {
  await sql`grant select, insert, update (known_to) on person, child_seal to footprint_app`.execute(db)
  await sql`grant select, insert, delete, update (last_seen_at) on session to footprint_app`.execute(db)
  await sql`grant select, insert, delete on kept_form to footprint_app`.execute(db)
  await sql`grant select, insert, update (seen_by, seen_at) on seal_opening to footprint_app`.execute(db)
  await sql`grant select, insert (authority, person_id, action, what, children) on audit_entry to footprint_app`.execute(
    db,
  )
}
