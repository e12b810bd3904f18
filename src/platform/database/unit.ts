import type { Transaction } from 'kysely'
import type { Authority } from '../authorities.ts'
import { ensureAuthority } from './authorities.ts'

/**
 * What a unit locks, in the one order in which every unit does: two units, or a unit and the person who locks a single one of
 * these, can then never wait for each other in a circle. The log's chain comes after both, with what is written last, since
 * everybody who reads waits for it.
 */
const lockOrder = ['registers', 'outbox'] as const
type Locked = (typeof lockOrder)[number]

/** Thrown where a use case would lock in another order than all others: a mistake of ours, not of the person who uses it. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder'
  constructor(now: Locked, before: Locked) {
    super(`${now} must be locked before ${before} in a unit of work`)
  }
}

let transactionIn: (unit: Unit) => Transaction<object>
let noteWork: (unit: Unit) => void
let lock: (unit: Unit, what: Locked) => void
let addLast: (unit: Unit, last: LastOfUnits) => void
let hasWorkedIn: (unit: Unit) => boolean
let lastOf: (unit: Unit) => Iterable<LastOfUnits>

/** What is done in one transaction of one authority with others, or alone: it is stored whole, or not at all. Only stores can look inside. */
export class Unit {
  /** Whose rows it sees and writes. */
  readonly authority: Authority
  readonly #transaction: Transaction<object>
  readonly #last = new Set<LastOfUnits>()
  #reached: Locked = 'registers'
  #hasWorked = false

  constructor(authority: Authority, transaction: Transaction<object>) {
    this.authority = authority
    this.#transaction = transaction
  }

  static {
    transactionIn = (unit) => unit.#transaction
    noteWork = (unit) => void (unit.#hasWorked = true)
    lock = (unit, what) => {
      if (lockOrder.indexOf(what) < lockOrder.indexOf(unit.#reached)) throw new OutOfOrder(what, unit.#reached)
      unit.#reached = what
    }
    addLast = (unit, last) => void unit.#last.add(last)
    hasWorkedIn = (unit) => unit.#hasWorked
    lastOf = (unit) => unit.#last
  }
}

/** The transaction of a unit, for the stores that work in it. */
export function transactionOf(unit: Unit): Transaction<object> {
  noteWork(unit)
  return transactionIn(unit)
}

/** As `transactionOf`, for a store that is about to lock these. Throws `OutOfOrder` where it is too late for that. */
export function lockingIn(unit: Unit, what: Locked): Transaction<object> {
  lock(unit, what)
  return transactionOf(unit)
}

/**
 * As `lockingIn`, for a store that locks the registers and reads what is in them, and writes nothing: a unit that is
 * refused after this alone leaves nothing behind that would have to be rolled back.
 */
export function readingRegistersIn(unit: Unit): Transaction<object> {
  lock(unit, 'registers')
  return transactionIn(unit)
}

/** Whether a store may have written something in the unit. */
export const hasWorked = (unit: Unit): boolean => hasWorkedIn(unit)

const known = new WeakMap<Transaction<object>, Promise<void>>()

/** Makes the unit's authority known here, unless it is: see `ensureAuthority`. However many stores ask, it is done once. */
export function ensureAuthorityOf(unit: Unit): Promise<void> {
  const transaction = transactionOf(unit)
  const before = known.get(transaction)
  if (before) return before
  const ensured = ensureAuthority(transaction, unit.authority)
  known.set(transaction, ensured)
  return ensured
}

/** What units have written at the end of their transaction, for all of them at once. */
interface LastOfUnits {
  write: (transaction: Transaction<object>, authority: string, units: readonly Unit[]) => Promise<void>
}

/** Something that is written at the end of a transaction, after everything else in it: of all its units in one go. */
export class WrittenLast<Item> implements LastOfUnits {
  readonly #items = new WeakMap<Unit, Item[]>()
  readonly #write: (transaction: Transaction<object>, authority: string, items: readonly Item[]) => Promise<void>

  constructor(write: (transaction: Transaction<object>, authority: string, items: readonly Item[]) => Promise<void>) {
    this.#write = write
  }

  /** Has this written with the unit; not where the unit is refused or rolled back. */
  add(unit: Unit, item: Item): void {
    this.#items.set(unit, [...(this.#items.get(unit) ?? []), item])
    addLast(unit, this)
  }

  write(transaction: Transaction<object>, authority: string, units: readonly Unit[]): Promise<void> {
    return this.#write(
      transaction,
      authority,
      units.flatMap((unit) => this.#items.get(unit) ?? []),
    )
  }
}

/** Writes what these units, of one transaction of an authority, have written last. */
export async function writeLast(
  transaction: Transaction<object>,
  authority: string,
  units: readonly Unit[],
): Promise<void> {
  for (const last of new Set(units.flatMap((unit) => [...lastOf(unit)])))
    await last.write(transaction, authority, units)
}
