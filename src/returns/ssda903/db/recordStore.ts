import { type Transaction, sql } from 'kysely'
import type { RecordStore, RecordsQuery, Versions } from '../../../children/app/ports.ts'
import type { ChildRecord, ReturnCoverage } from '../../../children/domain/record.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown } from '../../../platform/database/versions.ts'
import { readAsAuthority } from '../../../platform/database/withAuthority.ts'
import type { YearDocument } from '../domain/document.ts'
import { knownReturns } from '../domain/knownReturns.ts'
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
        const coverage = await readCoverage(transaction, query.authority, query.knownAt)
        const documents = byChild(await readDocuments(transaction, query, coverage))
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
async function readDocuments(
  db: Transaction<ReturnTables>,
  { authority, activeSince, child, knownAt }: RecordsQuery,
  coverage: readonly ReturnCoverage[],
): Promise<ChildDocument[]> {
  const asked = child === undefined ? null : [child]
  if (activeSince === null) return documentsOf(db, authority, asked, knownAt)
  // Asked first and then named, not joined: without statistics yet, as after a first import, the planner takes the
  // authority's children for a handful and joins them by comparing each with every other.
  const known = db
    .selectFrom('return_child')
    .select('child')
    .where('authority', '=', authority)
    .where(isKnown(knownAt))
    .$if(child !== undefined, (documents) => documents.where('child', '=', child ?? ''))
  const dated = known.where('last_day', '>=', activeSince.toString()).where('last_day', '<', OPEN)
  const open = known.where('last_day', '=', OPEN).where('year', '>=', firstYearOpenOn(activeSince, coverage))
  const children = (await dated.union(open).execute()).map((row) => row.child)
  return documentsOf(db, authority, children, knownAt)
}

const OPEN = 'infinity'

/**
 * The first year whose return can leave an episode open until this day: what is open at the end of a return ends with the
 * next one's first day, unless that one has it too. Without this, everyone who was ever in care on a 31 March would be
 * read, and a year would cost more with every year before it.
 */
function firstYearOpenOn(day: PlainDate, coverage: readonly ReturnCoverage[]): number {
  const { nextFirstDay } = knownReturns(coverage)
  const isOpenThen = (next: string | null): boolean => next === null || next >= day.toString()
  const years = coverage.map(({ year }) => year).filter((year) => isOpenThen(nextFirstDay(year)))
  return years.length === 0 ? 0 : Math.min(...years)
}
