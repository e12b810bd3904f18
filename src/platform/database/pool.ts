import pg from 'pg'

/** After how many milliseconds the server ends what a connection does. */
export interface TimesAllowed {
  /** One statement. */
  statement_timeout: number
  /** Waiting for a lock, while someone else changes the same. */
  lock_timeout: number
  /** A transaction in which nothing is asked: the person who began it may be gone, and others wait for its locks. */
  idle_in_transaction_session_timeout: number
}

/**
 * The times of the application's own work. The longest statement stores a return of 100 MB, and the longest wait is
 * for someone else who does. Changes of tables have no limits: they take as long as there are records.
 */
export const WORK_TIMES: TimesAllowed = {
  statement_timeout: 120_000,
  lock_timeout: 60_000,
  idle_in_transaction_session_timeout: 120_000,
}

/** A pool of at most `max` connections to a database; it connects at the first query. */
export function poolOf(
  connectionString: string,
  max: number,
  applicationName: string,
  times: Partial<TimesAllowed> = {},
): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: applicationName, types: textForTimes, ...times })
  // A connection that the server ends while nobody waits on it is replaced at the next query. Unheard, the event
  // would end the process, also while the pool is closing.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const { DATE, TIMESTAMPTZ } = pg.types.builtins

/** Days and moments come as text, for `date()` and `instant()`: `pg` would make them `Date`s at local midnight. */
const textForTimes: pg.CustomTypesConfig = {
  getTypeParser: (id, format): unknown =>
    id === DATE || id === TIMESTAMPTZ ? (value: string) => value : pg.types.getTypeParser(id, format),
}
