import { type RawBuilder, type Transaction, sql } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import { isKnown } from '../../platform/database/versions.ts'
import type { RegisterChange, RowToKeep, StoredChange } from '../app/ports.ts'
import { endRun } from '../../platform/imports/endRun.ts'
import { peopleNamed } from '../register.ts'

/** Stores a change of registers of an authority that is known here, at `moment`, and ends the import that it is of. */
export async function storeChange(
  transaction: Transaction<object>,
  authority: string,
  moment: string,
  { sourceName, counts, rows, recordedBy, isByHand = false, ends }: RegisterChange,
): Promise<StoredChange> {
  const change = sql`insert into register_change (authority, recorded_at, source_name, counts, recorded_by, is_by_hand)
    values (${authority}, ${moment}, ${sourceName}, ${JSON.stringify(counts)}, ${recordedBy}, ${isByHand})`
  await keep(transaction, authority, moment, rows, change)
  if (ends) await endRun(transaction, authority, ends)
  return { recordedAt: instant(moment), sourceName, counts }
}

/** Notes the change, ends, at `moment`, the versions that these rows replace, and begins theirs. */
async function keep(
  transaction: Transaction<object>,
  authority: string,
  moment: string,
  rows: readonly RowToKeep[],
  change: RawBuilder<unknown>,
): Promise<void> {
  const incoming = JSON.stringify(
    rows.map(({ register, key, content }) => ({
      register: register.name,
      row_key: key,
      child: peopleNamed(register, content)[0] ?? null,
      content,
    })),
  )
  const table = sql`json_to_recordset(${incoming}::json) as incoming (register text, row_key text, child text, content json)`
  // In one go with the note: others of the authority wait for each answer that the database gives.
  await sql`
    with change as (${change})
    update register_row as stored set known_to = ${moment} from ${table}
    where stored.authority = ${authority} and stored.register = incoming.register
      and stored.row_key = incoming.row_key and ${isKnown(null)}`.execute(transaction)
  await sql`
    insert into register_row (authority, register, row_key, known_from, child, content)
    select ${authority}, register, row_key, ${moment}, child, content from ${table}`.execute(transaction)
}
