// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await keepWhoIsTold(db)
  await createNamings(db)
}

/**
 * Who is told of an opening is stored with it: what becomes of the seal afterwards, by the hand of whoever opened it or
 * another, changes nothing of that. Those told of earlier openings are those whom the seal named then.
 */
async function keepWhoIsTold(db: Kysely<unknown>): Promise<void> {
  await sql`alter table seal_opening add column told text[] not null default '{}'`.execute(db)
  await sql`comment on column seal_opening.told is
    'The people named in the seal when it was opened: they are told of the opening'`.execute(db)
  const tables = ['child_seal', 'seal_opening']
  // The owner of the tables is bound by row-level security too, and no authority is named here: all are meant.
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} no force row level security`.execute(db)
  }
  // The version that began last before the opening, also where it ended in the same moment; clocks apart, the next.
  await sql`
    update seal_opening o set told = coalesce((
      select array_remove(s.person_ids, o.person_id) from child_seal s
      where s.authority = o.authority and s.child = o.child
      order by s.known_from > o.opened_at, abs(extract(epoch from s.known_from - o.opened_at))
      limit 1), '{}')`.execute(db)
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }
  await sql`alter table seal_opening alter column told drop default`.execute(db)
  // Of openings before nothing is claimed.
  await sql`alter table seal_opening add constraint not_seen_by_whoever_opened
    check (seen_by <> person_id) not valid`.execute(db)
  await sql`create index seal_opening_unseen on seal_opening (authority) where seen_by is null`.execute(db)
}

async function createNamings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table seal_naming (
      authority text not null references authority,
      naming_id uuid not null default gen_random_uuid(),
      child text not null,
      person_id text not null,
      named_by text not null,
      named_at timestamptz not null default now(),
      seen_by text,
      seen_at timestamptz,
      primary key (authority, naming_id),
      check (named_by <> person_id),
      check (seen_by <> named_by),
      check ((seen_by is null) = (seen_at is null))
    )`.execute(db)
  await sql`comment on table seal_naming is
    'People named for a sealed record by an administrator who may not see it, because nobody else could manage the seal; seen_by: the manager who has looked into it'`.execute(
    db,
  )
  await sql`create index seal_naming_unseen on seal_naming (authority) where seen_by is null`.execute(db)
  await sql`alter table seal_naming enable row level security`.execute(db)
  await sql`alter table seal_naming force row level security`.execute(db)
  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  await sql`create policy own_authority on seal_naming
    using (authority = ${named}) with check (authority = ${named})`.execute(db)
  await sql`grant select, insert, update (seen_by, seen_at) on seal_naming to footprint_app`.execute(db)
}
