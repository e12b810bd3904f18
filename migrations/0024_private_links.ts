// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * Links lead to more than meetings: to a form that asks someone for their views, and to a child's own page. Each has one
 * purpose, ends on a day, and can be ended before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table invitation_link rename to private_link`.execute(db)
  await sql`
    alter table private_link
      add column purpose text not null default 'invitation',
      add column child text,
      add column detail text,
      add column ends_on date,
      add column ended_at timestamptz,
      add column misses integer not null default 0,
      alter column review_ref drop not null`.execute(db)
  await sql`comment on column private_link.purpose is 'What the link opens, and nothing else'`.execute(db)
  await sql`comment on column private_link.child is 'Whom it is about; null for an invitation, whose review says it'`.execute(
    db,
  )
  await sql`comment on column private_link.detail is 'What of its purpose it opens, by the name that its room gives it'`.execute(
    db,
  )
  await sql`comment on column private_link.misses is 'How often something else than what it asks for was typed: too often ends it'`.execute(
    db,
  )
  await sql`comment on column private_link.ends_on is
    'The last day on which it opens; null for an invitation, which ends with its meeting'`.execute(db)
  await sql`grant update (ended_at, misses) on private_link to footprint_app`.execute(db)
}
