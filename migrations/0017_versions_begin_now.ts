// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * What was known when is held by the database, and not by the application alone: a version begins and ends in the
 * transaction that writes it, once. Whoever has taken over the application can add to what is known, and not rewrite
 * what was. Triggers bind the owner of the tables too, until they are switched off.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createFunctions(db)
  for (const table of ['return_import', 'register_change']) {
    await sql`create trigger begins_now before insert on ${sql.table(table)}
      for each row execute function refuse_change_not_now()`.execute(db)
  }
  // The rows of a change belong to the row that the log tells of.
  await watchVersions(db, 'return_child', 'return_import')
  await watchVersions(db, 'register_row', 'register_change')
  for (const table of ['authority_settings', 'report_words', 'person', 'child_seal'])
    await watchVersions(db, table, null)
  for (const table of ['seal_opening', 'seal_naming']) {
    await sql`create trigger told_once before insert or update on ${sql.table(table)}
      for each row execute function refuse_event_not_now()`.execute(db)
  }
}

async function watchVersions(db: Kysely<unknown>, table: string, changes: string | null): Promise<void> {
  const of = changes === null ? sql`` : sql.lit(changes)
  await sql`create trigger begins_now after insert on ${sql.table(table)} referencing new table as new_rows
    for each statement execute function refuse_version_not_now(${of})`.execute(db)
  await sql`create trigger ends_now after update on ${sql.table(table)}
    referencing new table as new_rows old table as old_rows
    for each statement execute function refuse_version_not_now(${of})`.execute(db)
}

async function createFunctions(db: Kysely<unknown>): Promise<void> {
  // A moment is later than any before it, also where the clock was set back: then by a microsecond.
  await sql`
    create function refuse_change_not_now() returns trigger language plpgsql as $$
    declare
      latest timestamptz;
    begin
      execute format('select max(recorded_at) from %I where authority = $1', tg_table_name)
        into latest using new.authority;
      if new.recorded_at < now() or new.recorded_at <= latest
        or new.recorded_at > greatest(clock_timestamp(), latest + interval '1 microsecond') then
        raise exception 'a change is recorded when it is made' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`.execute(db)
  // No savepoints: the row of the change must be this very transaction's.
  await sql`
    create function refuse_version_not_now() returns trigger language plpgsql as $$
    declare
      whose text;
      first timestamptz;
      last timestamptz;
      latest timestamptz;
      is_now boolean;
    begin
      if tg_op = 'UPDATE' then
        select min(authority), min(known_to), max(known_to) into whose, first, last from new_rows;
        if exists (select from old_rows where known_to <> 'infinity') then
          raise exception 'a version ends once' using errcode = 'insufficient_privilege';
        end if;
      else
        select min(authority), min(known_from), max(known_from) into whose, first, last from new_rows;
        if exists (select from new_rows where known_to <> 'infinity') then
          raise exception 'a version has not ended when it begins' using errcode = 'insufficient_privilege';
        end if;
      end if;
      if first is null then
        return null;
      end if;
      if tg_nargs = 1 then
        execute format('select exists (select from %I change where change.authority = $1 and change.recorded_at = $2
          and change.xmin = pg_current_xact_id()::xid)', tg_argv[0]) into is_now using whose, first;
      else
        execute format('select max(known_from) from %I where authority = $1 and known_from < $2', tg_table_name)
          into latest using whose, first;
        is_now := first >= now()
          and first <= greatest(clock_timestamp(), latest + interval '1 microsecond');
      end if;
      if first <> last or not is_now then
        raise exception 'a version begins and ends when that is recorded' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create function refuse_event_not_now() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if (old.seen_by, old.seen_at) is distinct from (new.seen_by, new.seen_at)
          and (old.seen_by is not null or new.seen_at not between now() and clock_timestamp()) then
          raise exception 'what someone has looked into stays so' using errcode = 'insufficient_privilege';
        end if;
      elsif new.seen_by is not null
        or coalesce(to_jsonb(new) ->> 'opened_at', to_jsonb(new) ->> 'named_at')::timestamptz
          not between now() and clock_timestamp() then
        raise exception 'what is done about a seal is recorded when it is done' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    do $$
    declare
      name text;
    begin
      foreach name in array array['refuse_change_not_now', 'refuse_version_not_now', 'refuse_event_not_now'] loop
        execute format('alter function %I.%I() set search_path = %I, pg_temp', current_schema(), name, current_schema());
      end loop;
    end $$`.execute(db)
}
