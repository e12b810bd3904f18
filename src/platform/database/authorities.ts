import { type Transaction, sql } from 'kysely'
import { type Authority, otherCodesOf } from '../authorities.ts'
import { Refusal } from '../refusal.ts'
import type { Database } from './database.ts'
import { type Unit, transactionOf } from './unit.ts'
import { withoutAuthority } from './withAuthority.ts'

/** The authorities that have anything stored here, in order of name. */
export async function authoritiesHere(database: Database): Promise<Authority[]> {
  const { rows } = await withoutAuthority(database, (transaction) =>
    sql<Authority>`select authority as code, name from authority order by name, authority`.execute(transaction),
  )
  return rows
}

/**
 * Makes the authority known here, unless it is: before the first row of its own. Throws `Refusal` where it is known under
 * another code that it has or had: its records must not be parted. They can't be moved, since the log of who looked is
 * sealed with the code.
 */
export async function ensureAuthority(
  transaction: Pick<Transaction<object>, 'getExecutor'>,
  { code, name }: Authority,
): Promise<void> {
  const known = await knownUnder(otherCodesOf(code), code, transaction)
  if (known !== null) {
    throw new Refusal(
      `The records of ${name} are kept here under its other code: ${code} and ${known} are the same authority. Give ${known}.`,
    )
  }
  await sql`insert into authority (authority, name) values (${code}, ${name}) on conflict do nothing`.execute(
    transaction,
  )
}

const ensured = new WeakMap<Transaction<object>, Promise<void>>()

/** Makes the unit's authority known here, unless it is: see `ensureAuthority`. However many stores ask, it is done once. */
export function ensureAuthorityOf(unit: Unit): Promise<void> {
  const transaction = transactionOf(unit)
  const before = ensured.get(transaction)
  if (before) return before
  const now = ensureAuthority(transaction, unit.authority)
  ensured.set(transaction, now)
  return now
}

/** Which of an authority's other codes it is known under here; null where none, or where it is known under this one. */
async function knownUnder(
  others: readonly string[],
  code: string,
  transaction: Pick<Transaction<object>, 'getExecutor'>,
): Promise<string | null> {
  if (others.length === 0) return null
  // Others than one's own are listed only where none is named.
  await sql`select set_config('app.authority', '', true)`.execute(transaction)
  const { rows } = await sql<{ authority: string }>`select authority from authority
    where authority = any(${[...others, code]})`.execute(transaction)
  await sql`select set_config('app.authority', ${code}, true)`.execute(transaction)
  const known = rows.map(({ authority }) => authority)
  return known.includes(code) ? null : (known[0] ?? null)
}
