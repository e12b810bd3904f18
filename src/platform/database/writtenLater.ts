/** Units of a transaction have the database write while they go on, or at the end for all of them at once. */
import { type Transaction, sql } from 'kysely'
import { type Locked, type Unit, lockOrder, sharedBy, transactionOf } from './unit.ts'

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
    const transaction = sharedBy(unit)
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
    this.#waiting.get(sharedBy(unit))?.delete(unit)
  }
}

const goingOn = new WeakMap<Transaction<object>, Promise<unknown>[]>()

/**
 * Lets the database write while the units of a transaction go on, for a store that knows beforehand what it is answered. It
 * has ended before the transaction does; where it fails, so do all.
 */
export function writeMeanwhile(unit: Unit, written: Promise<unknown>): void {
  const transaction = sharedBy(unit)
  written.catch(() => undefined) // `allEnded` throws it
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
  for (const later of laterIn.get(sharedBy(unit)) ?? []) later.drop(unit)
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
