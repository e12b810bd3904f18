import { type Transaction, sql } from 'kysely'
import type { ReturnCoverage } from '../../../children/domain/record.ts'
import { type Instant, instant } from '../../../kernel/dates.ts'
import { ensureAuthority } from '../../../platform/database/authorities.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../../platform/database/withAuthority.ts'
import { endRun } from '../../../platform/imports/endRun.ts'
import type { ReadyReturn, ReturnStore, StoredImport } from '../app/ports.ts'
import { firstDayOf } from '../domain/knownReturns.ts'
import { byChild, documentsOf } from './documents.ts'
import { compareIncoming, replaceBy, sendDocuments } from './incoming.ts'
import { importsSeen } from './seen.ts'
import type { ReturnTables } from './tables.ts'

/** Returns kept in PostgreSQL. */
export function makeReturnStore(database: Database): ReturnStore {
  const db = database.$extendTables<ReturnTables>()
  return {
    compare: (ready, onProgress) =>
      withAuthority(db, ready.authority.code, async (transaction) => {
        const incoming = await sendDocuments(transaction, ready.documents, onProgress)
        onProgress({ stage: 'comparing', done: ready.documents.length, total: ready.documents.length })
        return (await compareIncoming(incoming, ready)).seen
      }),

    store: (ready, onProgress, { allows = () => true, ends } = {}) =>
      withAuthority(db, ready.authority.code, async (transaction) => {
        const total = ready.documents.length
        const incoming = await sendDocuments(transaction, ready.documents, onProgress)
        onProgress({ stage: 'comparing', done: total, total })
        const moment = await nextMoment(transaction, ready.authority.code, 'return_import', 'recorded_at')
        const { all, seen } = await compareIncoming(incoming, ready)
        if (!allows(seen)) return { ...seen, isStored: false, recordedAt: instant(moment) }
        onProgress({ stage: 'storing', done: total, total })
        // First: the database takes versions only of an import that is recorded.
        await recordImport(transaction, ready, moment, all)
        await replaceBy(incoming, ready, moment)
        if (ends) await endRun(transaction, ready.authority.code, ends(seen))
        return { ...seen, isStored: true, recordedAt: instant(moment) }
      }),

    documents: (authority, children, knownAt = null) =>
      readAsAuthority(db, authority, async (transaction) =>
        byChild(await documentsOf(transaction, authority, children, knownAt)),
      ),

    childrenReaching: (authority, year) =>
      readAsAuthority(db, authority, async (transaction) => {
        const found = await transaction
          .selectFrom('return_child')
          .select('child')
          .distinct()
          .where('authority', '=', authority)
          .where(isKnown(null))
          .where('year', '!=', year)
          .where('last_day', '>=', firstDayOf(year))
          .orderBy('child')
          .execute()
        return found.map(({ child }) => child)
      }),

    coverage: (authority) =>
      readAsAuthority(
        db,
        authority,
        async (transaction) => (await readCoverage(transaction, authority, null)).coverage,
      ),

    imports: (authority) => readAsAuthority(db, authority, (transaction) => importsOf(transaction, authority)),

    importsSeen: (authority, visibility) =>
      readAsAuthority(db, authority, async (transaction) =>
        importsSeen(transaction, authority, await importsOf(transaction, authority), visibility),
      ),
  }
}

async function importsOf(db: Transaction<ReturnTables>, authority: string): Promise<StoredImport[]> {
  const imports = await db
    .selectFrom('return_import')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('recorded_at', 'desc')
    .execute()
  return imports.map(({ recorded_at, source_name, row_counts, year, added, changed, removed, unchanged }) => ({
    recordedAt: instant(recorded_at),
    year,
    sourceName: source_name,
    rowCounts: row_counts,
    added,
    changed,
    removed,
    unchanged,
  }))
}

/**
 * The returns known at a moment, or now where null, by year: of each year the latest import. `version` tells them from
 * what is known at any other time.
 */
export async function readCoverage(
  db: Transaction<ReturnTables>,
  authority: string,
  knownAt: Instant | null,
): Promise<{ coverage: ReturnCoverage[]; version: string }> {
  const imports = await db
    .selectFrom('return_import')
    .distinctOn('year')
    .select(['year', 'carries_earlier_reviews', sql<string>`recorded_at::text`.as('recorded_at')])
    .where('authority', '=', authority)
    .$if(knownAt !== null, (query) => query.where('recorded_at', '<=', String(knownAt)))
    .orderBy('year')
    .orderBy('return_import.recorded_at', 'desc')
    .execute()
  return {
    coverage: imports.map((row) => ({ year: row.year, carriesEarlierReviews: row.carries_earlier_reviews })),
    version: imports.map((row) => row.recorded_at).join(),
  }
}

async function recordImport(
  db: Transaction<ReturnTables>,
  ready: ReadyReturn,
  moment: string,
  changes: Omit<StoredImport, 'recordedAt' | 'year' | 'sourceName' | 'rowCounts'>,
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
      ...changes,
    })
    .execute()
}
