import { type Transaction, sql } from 'kysely'
import type { Authority } from '../authorities.ts'

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

/** What units of a transaction have written later, for all of them at once. */
interface Later {
  /** Among what it is written, in the order in which all lock. */
  place: Exclude<Locked, 'registers'>
  write: (transaction: Transaction<object>, authority: string) => Promise<void>
  drop: (unit: Unit) => void
}

const laterIn = new WeakMap<Transaction<object>, Set<Later>>()

/**
 * Something that is written at the end of a transaction, of all its units in one go: where twenty each put in a message, the
 * database is asked once. A store that reads what it has not written yet has it written before.
 */
export class WrittenLater<Item> implements Later {
  readonly place: Later['place']
  readonly #write: (transaction: Transaction<object>, authority: string, items: readonly Item[]) => Promise<void>
  readonly #waiting = new WeakMap<Transaction<object>, Map<Unit, Item[]>>()

  constructor(
    place: Later['place'],
    write: (transaction: Transaction<object>, authority: string, items: readonly Item[]) => Promise<void>,
  ) {
    this.place = place
    this.#write = write
  }

  /** Has this written with the unit; not where the unit is refused or rolled back. */
  add(unit: Unit, item: Item): void {
    const transaction = transactionIn(unit)
    const waiting = this.#waiting.get(transaction) ?? new Map<Unit, Item[]>()
    this.#waiting.set(transaction, waiting.set(unit, [...(waiting.get(unit) ?? []), item]))
    laterIn.set(transaction, (laterIn.get(transaction) ?? new Set<Later>()).add(this))
  }

  /** Writes what waits to be written in the unit's transaction, for what is to be read of it. */
  async writeNow(unit: Unit): Promise<void> {
    await this.write(transactionOf(unit), unit.authority.code)
  }

  async write(transaction: Transaction<object>, authority: string): Promise<void> {
    const items = [...(this.#waiting.get(transaction)?.values() ?? [])].flat()
    this.#waiting.delete(transaction)
    if (items.length > 0) await this.#write(transaction, authority, items)
  }

  drop(unit: Unit): void {
    this.#waiting.get(transactionIn(unit))?.delete(unit)
  }
}

const goingOn = new WeakMap<Transaction<object>, Promise<unknown>[]>()

/**
 * Lets the database write while the units of a transaction go on, for a store that knows beforehand what it is answered. It
 * has ended before the transaction does; where it fails, so do all.
 */
export function writeMeanwhile(unit: Unit, written: Promise<unknown>): void {
  const transaction = transactionIn(unit)
  written.catch(() => undefined) // seen by whoever waits for it
  goingOn.set(transaction, [...(goingOn.get(transaction) ?? []), written])
}

/**
 * Waits until the units of a transaction have ended, and what is written meanwhile too. Throws what failed first: after a
 * statement that failed, all others of its transaction fail.
 */
export async function allEnded(transaction: Transaction<object>, units: Promise<void>): Promise<void> {
  const [last] = await Promise.allSettled([units])
  const meanwhile = await Promise.allSettled(goingOn.get(transaction) ?? [])
  const failed = [...meanwhile, last].find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

/** Has nothing written later of a unit that is refused. */
export function dropLater(unit: Unit): void {
  for (const later of laterIn.get(transactionIn(unit)) ?? []) later.drop(unit)
}

/** Writes what the units of a transaction have written later. */
export async function writeLater(transaction: Transaction<object>, authority: string): Promise<void> {
  for (const what of lockOrder) {
    // What the tables' own triggers note at the end of a transaction, they note before anything is logged.
    if (what === 'log') await sql`set constraints all immediate`.execute(transaction)
    for (const later of laterIn.get(transaction) ?? []) {
      if (later.place === what) await later.write(transaction, authority)
    }
  }
}
