import { type Transaction, sql } from 'kysely'
import type { RecordStore, RecordsQuery, Versions } from '../../../children/app/ports.ts'
import type { ChildRecord, ReturnCoverage } from '../../../children/domain/record.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown } from '../../../platform/database/versions.ts'
import { readAsAuthority } from '../../../platform/database/withAuthority.ts'
import type { YearDocument } from '../domain/document.ts'
import { type ChildDocument, byChild, documentsOf } from './documents.ts'
import { readCoverage } from './returnStore.ts'
import type { ReturnTables } from './tables.ts'

/** Merges a child's documents into one record, knowing of which years there are returns. */
export type Merge = (
  child: string,
  documents: readonly YearDocument[],
  coverage: readonly ReturnCoverage[],
) => ChildRecord

/** The records of children, merged from the returns kept in PostgreSQL. */
export function makeRecordStore(database: Database, merge: Merge): RecordStore {
  const db = database.$extendTables<ReturnTables>()
  return {
    read: (query) =>
      readAsAuthority(db, query.authority, async (transaction) => {
        const documents = byChild(await readDocuments(transaction, query))
        const coverage = await readCoverage(transaction, query.authority, query.knownAt)
        return { children: [...documents].map(([child, years]) => merge(child, years, coverage)), coverage }
      }),

    versions: (authority) =>
      readAsAuthority(db, authority, async (transaction) => {
        const { rows } = await sql<Versions>`
          select
            coalesce((select max(recorded_at) from return_import where authority = ${authority})::text, '') as returns,
            coalesce((select max(known_from) from authority_settings where authority = ${authority})::text, '') as settings,
            coalesce((select max(recorded_at) from register_change where authority = ${authority})::text, '') as registers
          `.execute(transaction)
        const [versions] = rows
        if (!versions) throw new Error('a query without a table gave no row')
        return versions
      }),
  }
}

/** Every year's document of each child that the query asks for. */
async function readDocuments(db: Transaction<ReturnTables>, query: RecordsQuery): Promise<ChildDocument[]> {
  const { authority, activeSince, child, knownAt } = query
  const asked = child === undefined ? null : [child]
  if (activeSince === null) return documentsOf(db, authority, asked, knownAt)
  // Asked first and then named, not joined: without statistics yet, as after a first import, the planner takes the
  // authority's children for a handful and joins them by comparing each with every other.
  let active = db
    .selectFrom('return_child')
    .select('child')
    .distinct()
    .where('authority', '=', authority)
    .where(isKnown(knownAt))
    .where('last_day', '>=', activeSince.toString())
  if (child !== undefined) active = active.where('child', '=', child)
  const children = (await active.execute()).map((row) => row.child)
  return documentsOf(db, authority, children, knownAt)
}
