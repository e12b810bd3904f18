import { type Kysely, sql } from 'kysely'

/** Who set an authority's settings: pages show who changed what when. What was set before nobody noted by whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table authority_settings add column recorded_by text`.execute(db)
  await sql`comment on column authority_settings.recorded_by is 'the person’s id; null: set before it was noted'`.execute(
    db,
  )
}
