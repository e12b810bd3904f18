import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { MemoryBudget } from '../../kernel/memoryBudget.ts'
import { noRows } from '../../registers/register.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { type RegistersReader, type WorldsOf, makeWorldsOf } from '../../world/app/worlds.ts'
import type { NamedOn } from '../../world/world.ts'
import { careHistory } from '../domain/history.ts'
import { bytesOfHistory } from '../domain/memory.ts'
import type { World } from '../domain/world.ts'
import type { RecordStore } from './ports.ts'

/** Gives the worlds of an authority's children. */
export type Worlds = WorldsOf<World>

/** A missing episode counts towards a window that began up to this many days before the year. CLK-MIS-1. */
const DAYS_MISSING_REACHES_BACK = 90

/** Worlds of the children whose records are in the store. */
export const makeWorlds = (
  store: RecordStore,
  settingsOf: SettingsReader,
  holidays: BankHolidays,
  clocks: World['clocks'],
  registersOf: RegistersReader = () => Promise.resolve(noRows),
  namedOn: NamedOn = () => [],
  budget = new MemoryBudget(Infinity),
): Worlds =>
  makeWorldsOf({
    versions: (authority) => store.versions(authority),
    read: async ({ asAt, only, ...whom }) => {
      const { children, coverage } = await store.read({ ...whom, ...(only !== null && { children: only }) })
      return { histories: children.map((record) => careHistory(record, asAt)), coverage }
    },
    settingsOf,
    registersOf,
    namedOn,
    holidays,
    clocks,
    daysReachingBack: DAYS_MISSING_REACHES_BACK,
    bytesOf: bytesOfHistory,
    budget,
  })
