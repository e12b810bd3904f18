import { type Transaction, sql } from 'kysely'
import type { ReturnCoverage } from '../../../children/domain/record.ts'
import { type Instant, instant } from '../../../kernel/dates.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../../platform/database/withAuthority.ts'
import { endRun } from '../../../platform/imports/endRun.ts'
import type { ReturnStore } from '../app/ports.ts'
import { firstDayOf } from '../domain/knownReturns.ts'
import { byChild, documentsOf } from './documents.ts'
import { importsOf, recordImport } from './imports.ts'
import { compareIncoming, replaceBy, sendDocuments } from './incoming.ts'
import { importsSeen } from './seen.ts'
import { compareUndone, undo } from './undo.ts'
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
        const { moment } = await nextMoment(transaction, ready.authority.code, 'return_import', 'recorded_at')
        const { all, seen } = await compareIncoming(incoming, ready)
        if (!allows(seen)) return { ...seen, isStored: false, recordedAt: instant(moment) }
        onProgress({ stage: 'storing', done: total, total })
        // First: the database takes versions only of an import that is recorded.
        await recordImport(transaction, ready, moment, all)
        await replaceBy(incoming, ready, moment)
        if (ends) await endRun(transaction, ready.authority.code, ends(seen))
        return { ...seen, isStored: true, recordedAt: instant(moment) }
      }),

    compareUndone: (undoing) =>
      withAuthority(db, undoing.authority.code, (transaction) => compareUndone(transaction, undoing)),

    undo: (undoing) => withAuthority(db, undoing.authority.code, (transaction) => undo(transaction, undoing)),

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

/**
 * The returns known at a moment, or now where null, by year: of each year the latest import, unless that took the year's
 * only return back. `version` tells them from
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
    .select(['year', 'carries_earlier_reviews', 'is_withdrawal', sql<string>`recorded_at::text`.as('recorded_at')])
    .where('authority', '=', authority)
    .$if(knownAt !== null, (query) => query.where('recorded_at', '<=', String(knownAt)))
    .orderBy('year')
    .orderBy('return_import.recorded_at', 'desc')
    .execute()
  return {
    coverage: imports.flatMap((row) =>
      row.is_withdrawal ? [] : [{ year: row.year, carriesEarlierReviews: row.carries_earlier_reviews }],
    ),
    version: imports.map((row) => row.recorded_at).join(),
  }
}
