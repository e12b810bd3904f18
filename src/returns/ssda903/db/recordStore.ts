import { type Transaction, sql } from 'kysely'
import type { RecordStore, RecordsQuery } from '../../../children/app/ports.ts'
import type { Versions } from '../../../world/app/worlds.ts'
import { bytesOfRecord } from '../../../children/domain/memory.ts'
import type { ChildRecord, ReturnCoverage } from '../../../children/domain/record.ts'
import { askTogether } from '../../../kernel/askTogether.ts'
import { MemoryBudget } from '../../../kernel/memoryBudget.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown } from '../../../platform/database/versions.ts'
import { readOnce } from '../../../platform/oneReading.ts'
import { readAsAuthority } from '../../../platform/database/withAuthority.ts'
import type { YearDocument } from '../domain/document.ts'
import { firstYearOpenOn } from '../domain/knownReturns.ts'
import { byChild, documentsOf, isOfOneOf } from './documents.ts'
import { readCoverage } from './returnStore.ts'
import type { ReturnTables } from './tables.ts'

/** Merges a child's documents into one record, knowing of which years there are returns. */
export type Merge = (
  child: string,
  documents: readonly YearDocument[],
  coverage: readonly ReturnCoverage[],
) => ChildRecord

/** The children of one authority, merged from the returns as they are now. */
interface Merged {
  /** Of the returns: where one of them is imported anew, any child's record may be another. */
  version: string
  children: Map<string, ChildRecord>
  /** About how many all of them take. */
  bytes: number
}

const CHILDREN_AT_ONCE = 400

function batchesOf(children: readonly string[]): (readonly string[])[] {
  const count = Math.ceil(children.length / CHILDREN_AT_ONCE)
  return Array.from({ length: count }, (_, at) => children.slice(at * CHILDREN_AT_ONCE, (at + 1) * CHILDREN_AT_ONCE))
}

/**
 * The records of children, merged from the returns kept in PostgreSQL. What is known now of a child is merged once, for
 * whichever year is asked: a year and the year before have most of their children in common.
 */
export function makeRecordStore(database: Database, merge: Merge, budget = new MemoryBudget(Infinity)): RecordStore {
  const db = database.$extendTables<ReturnTables>()
  const remembered = budget.values<Merged>({ isBasis: true })

  function mergedNow(authority: string, version: string): Merged {
    const before = remembered.get(authority, 'records')
    if (before?.version === version) return before
    const now = { version, children: new Map<string, ChildRecord>(), bytes: 0 }
    remembered.set(authority, 'records', now, now.bytes)
    return now
  }

  const coverageNow = askTogether((authority: string) =>
    readAsAuthority(db, authority, (transaction) => readCoverage(transaction, authority, null)),
  )

  /** The records of children by name, where all of them are remembered as they are now; null where one is to be read. */
  async function rememberedNow({ authority, knownAt, activeSince, children }: RecordsQuery) {
    if (knownAt !== null || activeSince !== null || children === undefined) return null
    const { coverage, version } = await coverageNow(authority)
    const merged = mergedNow(authority, version).children
    const records = [...new Set(children)].sort().flatMap((child) => merged.get(child) ?? [])
    return records.length === new Set(children).size ? { children: records, coverage } : null
  }

  return {
    read: async (query) =>
      (await rememberedNow(query)) ??
      readAsAuthority(db, query.authority, async (transaction) => {
        const { authority, knownAt } = query
        const { coverage, version } = await readCoverage(transaction, authority, knownAt)
        const now = knownAt === null ? mergedNow(authority, version) : null
        const merged = now?.children ?? new Map<string, ChildRecord>()
        const asked = (await childrenAsked(transaction, query, coverage)).sort()
        const unread = asked.filter((child) => !merged.has(child))
        // The database gathers some while those before are merged.
        await Promise.all(
          batchesOf(unread).map(async (children) => {
            const documents = await documentsOf(transaction, authority, children, knownAt)
            for (const [child, years] of byChild(documents)) merged.set(child, merge(child, years, coverage))
          }),
        )
        if (now && unread.length > 0) {
          now.bytes = [...merged.values()].reduce((sum, record) => sum + bytesOfRecord(record), 0)
          if (remembered.get(authority, 'records') === now) remembered.set(authority, 'records', now, now.bytes)
        }
        return { children: asked.flatMap((child) => merged.get(child) ?? []), coverage }
      }),

    versions: readOnce(
      askTogether((authority) =>
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
      ),
    ),
  }
}

/** Every child that the query asks for, unordered. */
async function childrenAsked(
  db: Transaction<ReturnTables>,
  { authority, activeSince, onlyInCare = false, children, knownAt }: RecordsQuery,
  coverage: readonly ReturnCoverage[],
): Promise<string[]> {
  const known = db
    .selectFrom('return_child')
    .select('child')
    .where('authority', '=', authority)
    .where(isKnown(knownAt))
    .$if(children !== undefined, (documents) => documents.where(isOfOneOf(children ?? [])))
  if (activeSince === null) return (await known.distinct().execute()).map((row) => row.child)
  // Asked first and then named, not joined: without statistics yet, as after a first import, the planner takes the
  // authority's children for a handful and joins them by comparing each with every other.
  const dated = known
    .where('last_day', '>=', activeSince.toString())
    .where('last_day', '<', OPEN)
    .$if(onlyInCare, (documents) => documents.where('content', 'like', WITH_EPISODES))
  const open = known.where('last_day', '=', OPEN).where('year', '>=', firstYearOpenOn(activeSince, coverage))
  return (await dated.union(open).execute()).map((row) => row.child)
}

const OPEN = 'infinity'
/** A document with a part of episodes: within the values of its rows no quotation mark stands as it is. */
const WITH_EPISODES = '%"Episodes":%'
