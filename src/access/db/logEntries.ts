import type { Transaction } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import type { LoggedAction, LogEntry } from '../domain/log.ts'
import type { PeopleTables } from './tables.ts'

/** Adds the actions to the log in this transaction: they are logged if it is stored. */
export async function insertAll(
  transaction: Transaction<PeopleTables>,
  authority: string,
  loggedActions: readonly LoggedAction[],
): Promise<void> {
  await transaction
    .insertInto('audit_entry')
    .values(
      loggedActions.map(({ personId, action, what, children }) => ({
        authority,
        person_id: personId,
        action,
        what,
        children: [...children],
      })),
    )
    .execute()
}

/** The entries of an authority, to be narrowed and put in order; `entryOf` reads their rows. */
export const entriesOf = (transaction: Transaction<PeopleTables>, authority: string) =>
  transaction
    .selectFrom('audit_entry')
    .select(['entry_number', 'recorded_at', 'person_id', 'action', 'what', 'children'])
    .where('authority', '=', authority)

interface EntryRow {
  entry_number: string
  recorded_at: string
  person_id: string
  action: 'read' | 'change'
  what: string
  children: string[]
}

/** An entry as the log gives it. */
export const entryOf = (row: EntryRow): LogEntry => ({
  number: Number(row.entry_number),
  recordedAt: instant(row.recorded_at),
  personId: row.person_id,
  action: row.action,
  what: row.what,
  children: row.children,
})
