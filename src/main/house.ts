import { Temporal } from 'temporal-polyfill'
import { type BankHolidays, bankHolidaysFromFile } from '../calendar/bankHolidays.ts'
import holidayFile from '../calendar/bank-holidays-england.json' with { type: 'json' }
import { roomsPort } from '../children/services.ts'
import type { World } from '../children/domain/world.ts'
import type { OpenHouse } from '../house/command.ts'
import type { House, Provision } from '../house/house.ts'
import type { Room } from '../house/room.ts'
import { MemoryBudget } from '../kernel/memoryBudget.ts'
import { type Instant, type PlainDate, date, instant } from '../kernel/dates.ts'
import { makeProviders } from '../messages/providers/providers.ts'
import { providersPort } from '../messages/services.ts'
import { defaultMemoryBudget } from '../platform/configuration.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { rooms as allRooms } from './rooms.ts'

/** The bank holidays of England that Footprint ships. */
export const holidays: BankHolidays = bankHolidaysFromFile(holidayFile)

/** Today where the authorities are. */
export const today = (): PlainDate => date(Temporal.Now.plainDateISO('Europe/London').toString())

export const now = (): Instant => instant(Temporal.Now.instant().toString())

/** What a house has besides the database. */
export interface Surroundings {
  /** The rooms; all there are unless said otherwise. */
  rooms?: readonly Room<World>[]
  /** What is provided in place of what rooms provide. */
  provides?: readonly Provision[]
  /** How much may be remembered; the default's share of this process's memory unless said otherwise. */
  budget?: MemoryBudget
}

/** The house on a database that is open. Nobody carries messages unless something provides for it. */
export async function houseOn(
  database: Database,
  { rooms = allRooms, provides = [], budget = new MemoryBudget(defaultMemoryBudget()) }: Surroundings = {},
): Promise<House> {
  const house: House = { database, budget, holidays, today, now }
  const ofRooms = await Promise.all(rooms.map(async (room) => (await room.provides?.()) ?? []))
  for (const { install } of [roomsPort.by(() => rooms), providersPort.by(() => ({})), ...ofRooms.flat(), ...provides]) {
    install(house)
  }
  return house
}

/** Opens the database, to be closed when the command ends, and the house on it. */
export async function openHouse(
  context: Parameters<OpenHouse>[0],
  rooms?: readonly Room<World>[],
): Promise<{ house: House; databaseUrl: string }> {
  const configuration = await context.configuration()
  const { database, url, close } = await openDatabase(configuration.database)
  context.atEnd(close)
  const carriers = providersPort.by(() => makeProviders(configuration.carriers))
  const budget = new MemoryBudget(configuration.memoryBudget)
  return { house: await houseOn(database, { provides: [carriers], budget, ...(rooms && { rooms }) }), databaseUrl: url }
}
