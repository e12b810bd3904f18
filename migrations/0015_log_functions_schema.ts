// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * The functions that keep the log look for its table where it stands, and never first among temporary tables: whoever
 * makes a temporary table of the same name would otherwise divert entries, or number them anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      name text;
    begin
      foreach name in array array['chain_audit_entry', 'refuse_change', 'log_return_import', 'log_register_change'] loop
        execute format('alter function %I.%I() set search_path = %I, pg_temp', current_schema(), name, current_schema());
      end loop;
    end $$`.execute(db)
}
