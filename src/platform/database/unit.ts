import type { Transaction } from 'kysely'
import type { Authority } from '../authorities.ts'

/**
 * What a unit locks, in the one order in which every unit does: two units, or a unit and the person who locks a single one of
 * these, can then never wait for each other in a circle. The log's chain comes last, since everybody who reads waits for it.
 */
export const lockOrder = ['registers', 'outbox', 'log'] as const
export type Locked = (typeof lockOrder)[number]

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
let hasWorkedIn: (unit: Unit) => boolean

/** What is done in one transaction of one authority with others, or alone: it is stored whole, or not at all. Only stores can look inside. */
export class Unit {
  /** Whose rows it sees and writes. */
  readonly authority: Authority
  readonly #transaction: Transaction<object>
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
    hasWorkedIn = (unit) => unit.#hasWorked
  }
}

/** The transaction that a unit shares, for what does not write in it yet. */
export const sharedBy = (unit: Unit): Transaction<object> => transactionIn(unit)

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
