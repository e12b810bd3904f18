import type { BankHolidays } from '../calendar/bankHolidays.ts'
import type { MemoryBudget } from '../kernel/memoryBudget.ts'
import type { Instant, PlainDate } from '../kernel/dates.ts'
import type { Database } from '../platform/database/database.ts'

/** What an installation is built on. Services of rooms are functions of it. */
export interface House {
  database: Database
  /** What everything that is remembered shares. */
  budget: MemoryBudget
  holidays: BankHolidays
  /** Today where the authorities are. */
  today: () => PlainDate
  now: () => Instant
}

/**
 * A service of a room: made of the house when it is first asked for, and the same from then on. A room above asks for it,
 * and nothing has to be joined by hand, or in an order.
 */
export function service<Service>(make: (house: House) => Service): (house: House) => Service {
  const made = new WeakMap<House, { service: Service }>()
  return (house) => {
    const known = made.get(house)
    if (known) return known.service
    const now = { service: make(house) }
    made.set(house, now)
    return now.service
  }
}

/** What a room gives another below it. */
export interface Provision {
  install: (house: House) => void
}

/** Something that a room needs of a room above it, which it may not know. */
export interface Port<Service> {
  /** What has been provided. Throws `NobodyProvides` where nothing has. */
  of: (house: House) => Service
  /** Says who provides it; of several, the last. */
  by: (make: (house: House) => Service) => Provision
}

/** Thrown where something is asked for that no room of the house provides. */
export class NobodyProvides extends Error {
  override readonly name = 'NobodyProvides'
  constructor(what: string) {
    super(`no room of this house provides ${what}`)
  }
}

/** A need of a room, to be provided by a room above: `what` names it for the fault where nobody does. */
export function port<Service>(what: string): Port<Service> {
  const provided = new WeakMap<House, (house: House) => Service>()
  return {
    of: (house) => {
      const give = provided.get(house)
      if (!give) throw new NobodyProvides(what)
      return give(house)
    },
    by: (make) => ({ install: (house) => void provided.set(house, service(make)) }),
  }
}
