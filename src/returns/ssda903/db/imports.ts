import type { Transaction } from 'kysely'
import { instant } from '../../../kernel/dates.ts'
import { ensureAuthority } from '../../../platform/database/authorities.ts'
import type { ReadyReturn, ReturnChanges, StoredImport } from '../app/ports.ts'
import type { ReturnTables } from './tables.ts'

/** The imports so far, latest first. */
export async function importsOf(db: Transaction<ReturnTables>, authority: string): Promise<StoredImport[]> {
  const imports = await db
    .selectFrom('return_import')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('recorded_at', 'desc')
    .execute()
  return imports.map((row) => ({
    recordedAt: instant(row.recorded_at),
    year: row.year,
    sourceName: row.source_name,
    rowCounts: row.row_counts,
    carriesEarlierReviews: row.carries_earlier_reviews,
    undoes: row.undoes === null ? null : instant(row.undoes),
    isWithdrawal: row.is_withdrawal,
    added: row.added,
    changed: row.changed,
    removed: row.removed,
    unchanged: row.unchanged,
  }))
}

/** Records an import at a moment: before its versions, which the database takes only then. */
export async function recordImport(
  db: Transaction<ReturnTables>,
  ready: Omit<ReadyReturn, 'documents' | 'visibility'>,
  moment: string,
  { added, changed, removed, unchanged }: ReturnChanges,
  { undoes = null, isWithdrawal = false }: Partial<Pick<StoredImport, 'undoes' | 'isWithdrawal'>> = {},
): Promise<void> {
  await ensureAuthority(db, ready.authority)
  await db
    .insertInto('return_import')
    .values({
      authority: ready.authority.code,
      recorded_at: moment,
      year: ready.year,
      source_name: ready.sourceName,
      row_counts: JSON.stringify(ready.rowCounts),
      carries_earlier_reviews: ready.carriesEarlierReviews,
      recorded_by: ready.recordedBy,
      added,
      changed,
      removed,
      unchanged,
      undoes: undoes?.toString() ?? null,
      is_withdrawal: isWithdrawal,
    })
    .execute()
}
