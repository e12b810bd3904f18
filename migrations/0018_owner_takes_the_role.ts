// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * From PostgreSQL 16 on, whoever makes a role may give it to others, and not take it: an installation that signs in as
 * the owner could run no query.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      if current_setting('server_version_num')::int >= 160000 then
        if not pg_has_role(current_user, 'footprint_app', 'set') then
          execute format('grant footprint_app to %I with set true', current_user);
        end if;
      end if;
    end $$`.execute(db)
}
