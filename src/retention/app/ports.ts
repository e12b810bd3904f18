import type { PlainDate } from '../../kernel/dates.ts'
import type { RetentionTimes } from '../settings.ts'

/** A row of a register, by what it is kept under. */
export interface RowKept {
  register: string
  key: string
}

/** What is past its time, beside messages, links and the log, which the store finds by their days. */
export interface ToDelete {
  children: readonly string[]
  /** The rows that are about these children and nobody else. */
  rows: readonly RowKept[]
  /** The reviews that go with these rows. */
  reviews: readonly string[]
}

/** How many rows of a kind are past their time, or have been deleted. */
export interface KindCount {
  kind: string
  rows: number
}

/** The records of an authority, as the user who owns them may delete them. */
export interface OldRecords {
  /** How many there are of each kind. */
  count: (authority: string, times: RetentionTimes, day: PlainDate, toDelete: ToDelete) => Promise<KindCount[]>
  /**
   * Deletes all of it in one transaction that nobody else changes records beside, and notes it in the log. `find` says what,
   * once nobody else can change it.
   */
  delete: (
    authority: string,
    times: RetentionTimes,
    day: PlainDate,
    find: () => Promise<ToDelete>,
  ) => Promise<KindCount[]>
}
