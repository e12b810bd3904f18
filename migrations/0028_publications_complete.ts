// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * A publication is complete once it is published: its files are stored in the transaction that stores it, and none is
 * added later. A dump makes its triggers after its rows, so that one of before is restored as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_later_file() returns trigger language plpgsql as $$
    begin
      -- A row bears the number of the transaction that stored it.
      if not exists (
        select from report_publication as publication
        where (publication.authority, publication.year, publication.number) = (new.authority, new.year, new.number)
          and publication.xmin = pg_current_xact_id()::xid
      ) then
        raise exception 'what was published is complete: no file is added to it' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger complete_once_published before insert on report_publication_file
    for each row execute function refuse_later_file()`.execute(db)
}
