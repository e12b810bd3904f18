import { type RawBuilder, type Transaction, sql } from 'kysely'
import { instant } from '../../../kernel/dates.ts'
import { type Visibility, isOfEveryone } from '../../../kernel/visibility.ts'
import type { ReturnChanges, SeenImport, StoredImport } from '../app/ports.ts'
import type { ReturnTables } from './tables.ts'

/** Whether the child of a row of `return_child` may be seen. */
export function isSeen({ only, hidden }: Visibility): RawBuilder<boolean> {
  const isNotHidden = sql<boolean>`not child = any(${[...hidden]}::text[])`
  return only === null ? isNotHidden : sql<boolean>`(child = any(${[...only]}::text[]) and ${isNotHidden})`
}

/** Imports with the children whom someone may see. */
export async function importsSeen(
  db: Transaction<ReturnTables>,
  authority: string,
  imports: readonly StoredImport[],
  visibility: Visibility,
): Promise<SeenImport[]> {
  const hidden = isOfEveryone(visibility) ? [] : await hiddenChanges(db, authority, visibility)
  const byMoment = new Map(hidden.map((one) => [instant(one.recorded_at).epochNanoseconds, one]))
  return imports.map(({ recordedAt, year, sourceName, undoes, isWithdrawal, added, changed, removed, unchanged }) => {
    const without = byMoment.get(recordedAt.epochNanoseconds) ?? { added: 0, changed: 0, removed: 0, unchanged: 0 }
    return {
      recordedAt,
      year,
      sourceName,
      undoes,
      isWithdrawal,
      added: added - without.added,
      changed: changed - without.changed,
      removed: removed - without.removed,
      unchanged: unchanged - without.unchanged,
    }
  })
}

/** What each import did with the children who may not be seen, as the versions of their documents tell it. */
async function hiddenChanges(
  db: Transaction<ReturnTables>,
  authority: string,
  visibility: Visibility,
): Promise<(ReturnChanges & { recorded_at: string })[]> {
  const { rows } = await sql<ReturnChanges & { recorded_at: string }>`
    select recorded_at,
      (count(*) filter (where begins and not ends))::int as added,
      (count(*) filter (where begins and ends))::int as changed,
      (count(*) filter (where ends and not begins))::int as removed,
      (count(*) filter (where not begins and not ends))::int as unchanged
    from (
      select recorded_at, child, bool_or(known_from = recorded_at) as begins, bool_or(known_to = recorded_at) as ends
      from return_import
      join return_child using (authority, year)
      where authority = ${authority} and not ${isSeen(visibility)}
        and known_from <= recorded_at and known_to >= recorded_at
      group by recorded_at, child
    ) as changes
    group by recorded_at`.execute(db)
  return rows
}
