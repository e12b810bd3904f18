import type { Versions } from '../../world/app/worlds.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { ChildRecord, ReturnCoverage } from '../domain/record.ts'

/** Which records to read, and as they were known when. */
export interface RecordsQuery {
  /** The authority's GSS code: nothing of any other authority is ever read. */
  authority: string
  /** Only children of whom something is said on or after this day; null for all that were ever known. */
  activeSince: PlainDate | null
  /** Of these, only children who may be looked after then: not those of whom only care leavers' details are known. */
  onlyInCare?: boolean
  /** Only these children. */
  children?: readonly string[]
  /** As known at this moment; null for now. */
  knownAt: Instant | null
}

/** What was read. */
export interface Records {
  children: readonly ChildRecord[]
  /** The returns they come from, by year. */
  coverage: readonly ReturnCoverage[]
}

/** Where the records of children are kept. */
export interface RecordStore {
  read: (query: RecordsQuery) => Promise<Records>
  /** The keys for what is remembered of all that is known now of an authority, and derived from it. */
  versions: (authority: string) => Promise<Versions>
}
