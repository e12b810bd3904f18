import pg from 'pg'
import { Refusal } from '../refusal.ts'

const SIGN_IN_REFUSED = ['28P01', '28000']
const NO_SUCH_DATABASE = '3D000'
const INSUFFICIENT_PRIVILEGE = '42501'
/** A file that is not there has the same code as a socket that is not. */
const ON_A_CONNECTION = ['connect', 'getaddrinfo', 'read', 'write']
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT', 'ECONNRESET']

/** What to tell the person who named a database that can't be used; null where the error is about something else. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof pg.DatabaseError && SIGN_IN_REFUSED.includes(error.code ?? '')) {
    return new Refusal('The database does not let this user in. Check the user and password in FOOTPRINT_DATABASE_URL.')
  }
  if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE) {
    return new Refusal('There is no such database on the server. Check the name in FOOTPRINT_DATABASE_URL.')
  }
  if (
    error instanceof pg.DatabaseError &&
    error.code === INSUFFICIENT_PRIVILEGE &&
    error.message.includes('set role')
  ) {
    return new Refusal('The database’s user must be a member of the role footprint_app: "grant footprint_app to …".')
  }
  // Node wraps the tries at several addresses of one name into one error.
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const isUnreachable = errors.some(
    (one) =>
      one instanceof Error &&
      'code' in one &&
      UNREACHABLE.includes(String(one.code)) &&
      'syscall' in one &&
      ON_A_CONNECTION.includes(String(one.syscall)),
  )
  if (!isUnreachable) return null
  return new Refusal('The database server can not be reached. Check the address in FOOTPRINT_DATABASE_URL.')
}
