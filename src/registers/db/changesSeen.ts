import { type RawBuilder, type Transaction, sql } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import { type Visibility, isOfEveryone } from '../../kernel/visibility.ts'
import type { SeenChange, StoredChange } from '../app/ports.ts'

interface HiddenRows {
  recorded_at: string
  register: string
  added: number
  changed: number
}

/**
 * Changes without the rows about people who may not be seen. A change about such alone is left out, and so is what is not
 * known of whom it was: the rows that were sent and kept already, or not kept.
 */
export async function changesSeen(
  transaction: Transaction<object>,
  authority: string,
  changes: readonly StoredChange[],
  visibility: Visibility,
): Promise<SeenChange[]> {
  const hidden = isOfEveryone(visibility) ? [] : await hiddenRows(transaction, authority, visibility)
  const byMoment = Map.groupBy(hidden, ({ recorded_at }) => instant(recorded_at).epochNanoseconds)
  return changes.flatMap(({ recordedAt, sourceName, counts: all }) => {
    const without = new Map(byMoment.get(recordedAt.epochNanoseconds)?.map((rows) => [rows.register, rows]))
    const counts = Object.entries(all).flatMap(([register, { added, changed }]) => {
      const rows = without.get(register)
      const seen = { added: added - (rows?.added ?? 0), changed: changed - (rows?.changed ?? 0) }
      return rows && seen.added + seen.changed === 0 ? [] : [[register, seen] as const]
    })
    return without.size > 0 && counts.every(([, { added, changed }]) => added + changed === 0)
      ? []
      : [{ recordedAt, sourceName, counts: Object.fromEntries(counts) }]
  })
}

/**
 * By change and register, the rows that it added or changed about people who may not be seen. A row that refers to one
 * that names someone hidden, as to a challenge, is hidden with it.
 */
async function hiddenRows(
  transaction: Transaction<object>,
  authority: string,
  visibility: Visibility,
): Promise<HiddenRows[]> {
  const { rows } = await sql<HiddenRows>`
    with named as materialized (
      select register, row_key, known_from from register_row
      where authority = ${authority} and ${isNamed(visibility)}
    ), things as (
      select distinct substr(row_key, 2, length(row_key) - 2) as name from named
      where jsonb_array_length(row_key::jsonb) = 1
    ), hidden as (
      select register, row_key, known_from from named
      union
      select register, row_key, known_from from register_row
      where authority = ${authority} and ${isOfOthers(visibility)}
      union
      -- Cell by cell against all names at once: to look for each name in each row would take minutes.
      select register, row_key, known_from
      from register_row cross join lateral json_each(content) as cell join things on things.name = cell.value::text
      where authority = ${authority}
    )
    select known_from as recorded_at, register,
      (count(*) filter (where not replaces))::int as added, (count(*) filter (where replaces))::int as changed
    from (
      select hidden.*, exists (
        select from register_row as before
        where before.authority = ${authority} and before.register = hidden.register
          and before.row_key = hidden.row_key and before.known_to = hidden.known_from
      ) as replaces
      from hidden
    ) as rows
    group by known_from, register`.execute(transaction)
  return rows
}

/** Whether a row names someone hidden, in any of its columns: where a name stands in a text too, no harm is done. */
const isNamed = ({ hidden }: Visibility): RawBuilder<boolean> => sql<boolean>`exists (
  select from unnest(${[...hidden]}::text[]) as person where strpos(content::text, to_json(person)::text) > 0)`

/** Whether a row is of a child who is not among those that may be seen. */
const isOfOthers = ({ only }: Visibility): RawBuilder<boolean> =>
  only === null ? sql<boolean>`false` : sql<boolean>`not coalesce(child = any(${[...only]}::text[]), true)`
