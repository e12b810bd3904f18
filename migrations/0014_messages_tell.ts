// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

/**
 * What a message tells of a meeting becomes data of the message. Up to here it stood at the end of its key:
 * `new_date R-1 mother 2023-02-22 14:30`, `-` for no time, then a number where the same was said before, and what was
 * added where the message was sent again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table message add column tells json`.execute(db)
  await sql`comment on column message.tells is
    'The day and the time of the meeting that it tells of: {"on": "2023-02-22", "startsAt": "14:30"}; null where of none'`.execute(
    db,
  )
  // The policies that keep authorities apart hold for the owner too, who names none here.
  await sql`alter table message no force row level security`.execute(db)
  await sql`
    update message
    set tells = json_build_object('on', found[1], 'startsAt', nullif(found[2], '-'))
    from (
      select authority, message_id,
        regexp_match(key, ' (\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}|-)(?: \\d+)?(?:, again after version \\d+)*$') as found
      from message where kind in ('invitation', 'new_date', 'cancellation')
    ) as told
    where told.authority = message.authority and told.message_id = message.message_id and found is not null`.execute(db)
  await sql`alter table message force row level security`.execute(db)
}
