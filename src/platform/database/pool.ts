import pg from 'pg'

/** A pool of at most `max` connections to a database; it connects at the first query. */
export function poolOf(connectionString: string, max: number, applicationName: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: applicationName, types: textForTimes })
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
