/**
 * Rows in versions: each is known from a moment to a moment, `infinity` while it still is. Nothing is overwritten:
 * what replaces a version ends it and begins its own.
 */
import { type RawBuilder, type Transaction, sql } from 'kysely'
import type { Instant } from '../../kernel/dates.ts'

/** Whether a row was known at a moment, or is now where null: a condition on `known_from` and `known_to`. */
export function isKnown(knownAt: Instant | null): RawBuilder<boolean> {
  if (knownAt === null) return sql<boolean>`known_to = 'infinity'` // as the indexes on what is current say it
  return sql<boolean>`known_from <= ${knownAt.toString()} and known_to > ${knownAt.toString()}`
}

/** Waits until no other transaction has this of an authority, and has it until this one ends: `what` is a table whose versions it writes. */
export async function lockFor(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  authority: string,
  what: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${what} of ${authority}`}, 0))`.execute(transaction)
}

/** A moment for a new version, and the latest before it: null where there is none. */
export interface NextMoment {
  moment: string
  latest: string | null
}

/**
 * Waits until nobody else writes versions of this table for the authority, and gives a moment later than any in
 * `column` so far: the clock's alone may stand still or be set back, and a version must not end before it began.
 */
export async function nextMoment(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  authority: string,
  table: string,
  column: string,
): Promise<NextMoment> {
  await lockFor(transaction, authority, table)
  const { rows } = await sql<NextMoment>`
    select greatest(clock_timestamp(), max(${sql.ref(column)}) + interval '1 microsecond') as moment,
      max(${sql.ref(column)}) as latest
    from ${sql.table(table)} where authority = ${authority}`.execute(transaction)
  const [row] = rows
  if (!row) throw new Error('an aggregate gave no row')
  return row
}
