// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * An import can be undone: as an import of its own, which makes the year what it was before. Nothing that was known is
 * lost, and the log says what was undone, and by whom.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table return_import add column undoes timestamptz, add column is_withdrawal boolean not null default false`.execute(
    db,
  )
  await sql`comment on column return_import.undoes is 'The import that this one undoes; null where it is of files'`.execute(
    db,
  )
  await sql`comment on column return_import.is_withdrawal is
    'Whether no return of the year is known from then on: its only import was undone'`.execute(db)
  await sql`
    create or replace function log_return_import() returns trigger language plpgsql as $$
    begin
      insert into audit_entry (authority, person_id, action, what, children)
      select new.authority, coalesce(new.recorded_by, 'command-line'), 'change',
        format(case when new.undoes is null then 'imported the return for %s-%s'
          else 'undid the last import of the return for %s-%s' end, new.year, right((new.year + 1)::text, 2)),
        array(select distinct child from return_child
          where authority = new.authority and (known_from = new.recorded_at or known_to = new.recorded_at)
          order by child);
      return null;
    end $$`.execute(db)
  // Replacing a function has taken away where it looks for its tables.
  await sql`
    do $$
    begin
      execute format('alter function %I.log_return_import() set search_path = %I, pg_temp', current_schema(), current_schema());
    end $$`.execute(db)
}
