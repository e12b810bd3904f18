import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type ReportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { RecordStore } from '../../children/app/ports.ts'
import { type RegisterFacts, noRegisters } from '../../children/domain/registers.ts'
import { type World, worldOf } from '../../children/domain/world.ts'
import { type Instant, type PlainDate, addDays, earlierOf } from '../../kernel/dates.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'

/** Where an authority's registers are kept; as known at a moment, or now where null. */
export type RegistersReader = (authority: string, knownAt: Instant | null) => Promise<RegisterFacts>

/** Gives the worlds that figures, deadlines and pages are worked out from. */
export interface Worlds {
  /** A year's world as at a day, for its figures. */
  ofYear: (authority: string, year: ReportingYear, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The world of the children looked after on a day, for the due list. */
  onDay: (authority: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The world of one child, with all that is known of it; no history in it where the child is not known. */
  ofChild: (authority: string, child: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** Everyone ever known, as at a day: for the findings. */
  ofAll: (authority: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
}

/** A missing episode counts towards a window that began up to this many days before the year. CLK-MIS-1. */
const DAYS_MISSING_REACHES_BACK = 90
/** Each world of a large authority is some tens of megabytes. */
const WORLDS_REMEMBERED = 6

/**
 * Worlds read from the store. Those known now are remembered under the version of the authority's data, so that an
 * unchanged authority is read once, and a changed one never shows what was.
 */
export function makeWorlds(
  store: RecordStore,
  settingsOf: SettingsReader,
  holidays: BankHolidays,
  registersOf: RegistersReader = () => Promise.resolve(noRegisters),
): Worlds {
  const remembered = new Map<string, Promise<World>>()

  async function read(
    key: string,
    authority: string,
    scope: { year: ReportingYear; asAt: PlainDate; activeSince: PlainDate | null; child?: string },
    knownAt: Instant | null,
  ): Promise<World> {
    const make = async (): Promise<World> => {
      const { activeSince, child } = scope
      const query = { authority, activeSince, knownAt, ...(child !== undefined && { child }) }
      const [records, settings, registers] = await Promise.all([
        store.read(query),
        settingsOf(authority, knownAt),
        registersOf(authority, knownAt),
      ])
      return worldOf({ ...records, registers }, scope.year, scope.asAt, settings, holidays)
    }
    if (knownAt !== null || scope.child !== undefined) return make()
    const versionedKey = [authority, await store.version(authority), key, scope.asAt.toString()].join(' ')
    const known = remembered.get(versionedKey)
    if (known) {
      remembered.delete(versionedKey)
      remembered.set(versionedKey, known)
      return known
    }
    const made = make()
    remembered.set(versionedKey, made)
    made.catch(() => remembered.delete(versionedKey))
    for (const oldest of remembered.keys()) {
      if (remembered.size <= WORLDS_REMEMBERED) break
      remembered.delete(oldest)
    }
    return made
  }

  return {
    ofYear: (authority, year, asAt, knownAt) => {
      const activeSince = addDays(earlierOf(year.firstDay, asAt), -DAYS_MISSING_REACHES_BACK)
      return read(`year ${year.name}`, authority, { year, asAt, activeSince }, knownAt)
    },
    onDay: (authority, asAt, knownAt) =>
      read('day', authority, { year: reportingYearOf(asAt), asAt, activeSince: asAt }, knownAt),
    ofChild: (authority, child, asAt, knownAt) =>
      read('child', authority, { year: reportingYearOf(asAt), asAt, activeSince: null, child }, knownAt),
    ofAll: (authority, asAt, knownAt) =>
      read('all', authority, { year: reportingYearOf(asAt), asAt, activeSince: null }, knownAt),
  }
}
