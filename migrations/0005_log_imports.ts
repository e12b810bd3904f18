// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/** What changes children's records whole is in the log with them, in the same transaction, whoever calls it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table return_import add column recorded_by text`.execute(db)
  await sql`comment on column return_import.recorded_by is 'The person''s id; null where the command line imported it'`.execute(
    db,
  )
  await sql`
    create function log_return_import() returns trigger language plpgsql as $$
    begin
      insert into audit_entry (authority, person_id, action, what, children)
      select new.authority, coalesce(new.recorded_by, 'command-line'), 'change',
        format('imported the return for %s-%s', new.year, right((new.year + 1)::text, 2)),
        array(select distinct child from return_child
          where authority = new.authority and (known_from = new.recorded_at or known_to = new.recorded_at)
          order by child);
      return null;
    end $$`.execute(db)
  await sql`
    create function log_register_change() returns trigger language plpgsql as $$
    begin
      insert into audit_entry (authority, person_id, action, what, children)
      select new.authority, coalesce(new.recorded_by, 'command-line'), 'change',
        'changed the registers ' || coalesce((select string_agg(distinct register, ', ' order by register)
          from register_row where authority = new.authority and known_from = new.recorded_at), '(no row)'),
        array(select distinct child from register_row
          where authority = new.authority and known_from = new.recorded_at and child is not null order by child);
      return null;
    end $$`.execute(db)
  // At the end of the transaction: only then are all rows of the import there.
  await sql`create constraint trigger log_import after insert on return_import
    deferrable initially deferred for each row execute function log_return_import()`.execute(db)
  await sql`create constraint trigger log_change after insert on register_change
    deferrable initially deferred for each row execute function log_register_change()`.execute(db)
}
