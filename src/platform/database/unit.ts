import { type Transaction, sql } from 'kysely'
import type { Authority } from '../authorities.ts'
import { ensureAuthority } from './authorities.ts'
import type { Database } from './database.ts'
import { withAuthority } from './withAuthority.ts'

/**
 * What a unit locks, in the one order in which every unit does: two units, or a unit and the person who locks a single one of
 * these, can then never wait for each other in a circle. The log's chain comes last, since everybody who reads waits for it.
 */
const lockOrder = ['registers', 'outbox', 'log'] as const
type Locked = (typeof lockOrder)[number]

/** Thrown where a use case would lock in another order than all others: a mistake of ours, not of the person who uses it. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder'
  constructor(now: Locked, before: Locked) {
    super(`${now} must be locked before ${before} in a unit of work`)
  }
}

let transactionIn: (unit: Unit) => Transaction<object>
let lock: (unit: Unit, what: Locked) => void
let addLast: (unit: Unit, work: () => Promise<void>) => void
let finish: (unit: Unit) => Promise<void>

/** One transaction of one authority: what is done in it is stored whole, or not at all. Only stores can look inside. */
export class Unit {
  /** Whose rows it sees and writes. */
  readonly authority: Authority
  readonly #transaction: Transaction<object>
  readonly #last: (() => Promise<void>)[] = []
  #reached: Locked = 'registers'

  constructor(authority: Authority, transaction: Transaction<object>) {
    this.authority = authority
    this.#transaction = transaction
  }

  static {
    transactionIn = (unit) => unit.#transaction
    lock = (unit, what) => {
      if (lockOrder.indexOf(what) < lockOrder.indexOf(unit.#reached)) throw new OutOfOrder(what, unit.#reached)
      unit.#reached = what
    }
    addLast = (unit, work) => void unit.#last.push(work)
    finish = async (unit) => {
      if (unit.#last.length === 0) return
      // What the tables' own triggers note at the end of a transaction, they note before this.
      await sql`set constraints all immediate`.execute(unit.#transaction)
      for (const work of unit.#last) await work()
    }
  }
}

/** The transaction of a unit, for the stores that work in it. */
export const transactionOf = (unit: Unit): Transaction<object> => transactionIn(unit)

/** As `transactionOf`, for a store that is about to lock these. Throws `OutOfOrder` where it is too late for that. */
export function lockingIn(unit: Unit, what: Locked): Transaction<object> {
  lock(unit, what)
  return transactionIn(unit)
}

const known = new WeakMap<Unit, Promise<void>>()

/** Makes the unit's authority known here, unless it is: see `ensureAuthority`. However many stores ask, it is done once. */
export function ensureAuthorityOf(unit: Unit): Promise<void> {
  const before = known.get(unit)
  if (before) return before
  const ensured = ensureAuthority(transactionOf(unit), unit.authority)
  known.set(unit, ensured)
  return ensured
}

/** Has this done at the end of the unit, after everything else in it; not where it is rolled back. */
export function atEndOf(unit: Unit, work: (transaction: Transaction<object>) => Promise<void>): void {
  addLast(unit, () => work(lockingIn(unit, 'log')))
}

/** Opens units of work: see `InOneTransaction`. */
export function makeInOneTransaction(database: Database) {
  const inTurn = new Turns()
  return <Result extends object>(authority: Authority, work: (unit: Unit) => Promise<Result>): Promise<Result> =>
    inTurn.take(authority.code, () => inTransaction(database, authority, work))
}

/** Thrown to have the database roll back; never seen outside. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

async function inTransaction<Result extends object>(
  database: Database,
  authority: Authority,
  work: (unit: Unit) => Promise<Result>,
): Promise<Result> {
  const refusals: Result[] = []
  try {
    return await withAuthority(database, authority.code, async (transaction) => {
      const unit = new Unit(authority, transaction)
      const result = await work(unit)
      if (hasProblems(result)) {
        refusals.push(result)
        throw new RolledBack()
      }
      await finish(unit)
      return result
    })
  } catch (error) {
    const [refused] = refusals
    if (error instanceof RolledBack && refused) return refused
    throw error
  }
}

const hasProblems = (result: object): boolean =>
  'problems' in result && Array.isArray(result.problems) && result.problems.length > 0

/**
 * Units of one authority wait for each other at the lock of its registers. Those of this process wait here instead, each
 * without a connection: ten that waited in the database would leave none to those who read.
 */
class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name)
    const mine = before ? before.then(work, work) : work()
    this.#last.set(name, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name)
    }
  }
}
