import { type Transaction, sql } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import { isKnown } from '../../platform/database/versions.ts'
import type { RegisterChange, StoredChange } from '../app/ports.ts'
import { endRun } from '../../platform/imports/endRun.ts'
import { peopleNamed } from '../register.ts'

/**
 * Stores a change of registers of an authority that is known here, in a transaction that has locked them, and ends the
 * import that it is of. Its moment is later than any so far: the clock's alone may stand still or be set back.
 */
export async function storeChange(
  transaction: Transaction<object>,
  authority: string,
  { sourceName, counts, rows, recordedBy, isByHand = false, ends }: RegisterChange,
): Promise<StoredChange> {
  const incoming = JSON.stringify(
    rows.map(({ register, key, content }) => ({
      register: register.name,
      row_key: key,
      child: peopleNamed(register, content)[0] ?? null,
      content,
    })),
  )
  // In one go: others of the authority wait for each answer that the database gives. The versions that these rows replace
  // end before theirs begin, as the count of them makes sure: two of one row may not be current at a time.
  const { rows: stored } = await sql<{ moment: string }>`
    with incoming as materialized (
      select * from json_to_recordset(${incoming}::json)
        as incoming (register text, row_key text, child text, content json)
    ), change as (
      insert into register_change (authority, recorded_at, source_name, counts, recorded_by, is_by_hand)
      select ${authority}, greatest(clock_timestamp(), max(recorded_at) + interval '1 microsecond'), ${sourceName},
        ${JSON.stringify(counts)}::jsonb, ${recordedBy}, ${isByHand}
      from register_change where authority = ${authority}
      returning recorded_at as known_from
    ), replaced as (
      -- Each looked up by its key: joined, all rows of the authority would be read for it while they are not yet counted.
      select current.ctid from incoming cross join lateral (
        select register_row.ctid from register_row
        where authority = ${authority} and register = incoming.register and row_key = incoming.row_key and ${isKnown(null)}
        offset 0
      ) as current
    ), ended as (
      update register_row as stored set known_to = change.known_from from replaced, change
      where stored.authority = ${authority} and stored.ctid = replaced.ctid
      returning 1
    ), begun as (
      insert into register_row (authority, register, row_key, known_from, child, content)
      select ${authority}, register, row_key, change.known_from, child, content from incoming, change
      where (select count(*) from ended) is not null
    )
    select known_from as moment from change`.execute(transaction)
  const [change] = stored
  if (!change) throw new Error('a change that was stored has no moment')
  if (ends) await endRun(transaction, authority, ends)
  return { recordedAt: instant(change.moment), sourceName, counts }
}
