import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type ReportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { RecordStore, Records, Versions } from '../../children/app/ports.ts'
import { type CareHistory, careHistory } from '../../children/domain/history.ts'
import { type RegisterFacts, noRegisters } from '../../children/domain/registers.ts'
import { namedByRegisters } from '../../children/domain/watched.ts'
import { type World, worldOfHistories } from '../../children/domain/world.ts'
import { type Instant, type PlainDate, addDays, earlierOf } from '../../kernel/dates.ts'
import { RememberedFew } from '../../kernel/remember.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { Settings } from '../../settings/settings.ts'

/** Where an authority's registers are kept; as known at a moment, or now where null. */
export type RegistersReader = (authority: string, knownAt: Instant | null) => Promise<RegisterFacts>

/** Gives the worlds that figures, deadlines and pages are worked out from. */
export interface Worlds {
  /** A year's world as at a day, for its figures. */
  ofYear: (authority: string, year: ReportingYear, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The world of the children looked after on a day, and of whom else the registers name then: for what is due. */
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

/** Which children a world is of, and on which day it sees them. */
interface Scope {
  year: ReportingYear
  asAt: PlainDate
  activeSince: PlainDate | null
  /** Whether it is of those in care alone, and of whom else the registers name on the day. */
  isOfTheDay?: boolean
  child?: string
}

/** What the returns say of a world's children. */
type ReadReturns = Records & { histories: readonly CareHistory[] }

/** The same, with those beside them whom the registers name on the day; where there are none, not another list. */
type Everyone = Pick<ReadReturns, 'histories' | 'coverage'> & { alsoNamed: readonly string[] }

/** A world as it was last asked for, with what it was put together from. */
interface Remembered {
  versions: Versions
  ofReturns: Promise<ReadReturns>
  everyone: Promise<Everyone>
  settings: Promise<Settings>
  world: Promise<World>
}

/**
 * Worlds read from the store. Those known now are remembered under the versions of what they are put together from: an
 * unchanged authority is read once, and a changed one never shows what was. Where only the registers have changed, as
 * they do all day, the new world has the same histories, and all that is worked out of each of them.
 */
export function makeWorlds(
  store: RecordStore,
  settingsOf: SettingsReader,
  holidays: BankHolidays,
  registersOf: RegistersReader = () => Promise.resolve(noRegisters),
): Worlds {
  const remembered = new RememberedFew<Remembered>(WORLDS_REMEMBERED)

  async function readReturns(
    authority: string,
    { asAt, ...who }: Pick<Scope, 'asAt' | 'activeSince'> & { onlyInCare?: boolean; children?: readonly string[] },
    knownAt: Instant | null,
  ): Promise<ReadReturns> {
    const records = await store.read({ authority, knownAt, ...who })
    return { ...records, histories: records.children.map((record) => careHistory(record, asAt)) }
  }

  /** `before` is given back where the registers name the same people: it stands while the returns are the same. */
  async function withNamed(
    authority: string,
    { asAt, isOfTheDay = false }: Scope,
    knownAt: Instant | null,
    ofReturns: Promise<ReadReturns>,
    registers: ReturnType<RegistersReader>,
    before: Promise<Everyone> | null = null,
  ): Promise<Everyone> {
    const { histories, coverage, children } = await ofReturns
    if (!isOfTheDay) return { histories, coverage, alsoNamed: [] }
    const areRead = new Set(children.map(({ child }) => child))
    const alsoNamed = namedByRegisters(await registers, asAt).filter((child) => !areRead.has(child))
    const was = await before
    if (was && was.alsoNamed.join('\n') === alsoNamed.join('\n')) return was
    if (alsoNamed.length === 0) return { histories, coverage, alsoNamed }
    const others = await readReturns(authority, { asAt, activeSince: null, children: alsoNamed }, knownAt)
    const inOrder = [...histories, ...others.histories].sort((a, b) => (a.record.child < b.record.child ? -1 : 1))
    return { histories: inOrder, coverage, alsoNamed }
  }

  async function joined(
    { year, asAt }: Scope,
    ...parts: [Remembered['everyone'], Remembered['settings'], ReturnType<RegistersReader>]
  ): Promise<World> {
    const [{ histories, coverage }, settings, registers] = await Promise.all(parts)
    return worldOfHistories({ histories, coverage, registers }, year, asAt, settings, holidays)
  }

  async function known(name: string, authority: string, scope: Scope): Promise<World> {
    const versions = await store.versions(authority)
    const key = [authority, name, scope.asAt.toString()].join(' ')
    const before = remembered.get(key)
    if (before && areSame(before.versions, versions)) return before.world
    const registers = registersOf(authority, null)
    const same = before?.versions.returns === versions.returns ? before : null
    const ofReturns = same?.ofReturns ?? readReturns(authority, readOf(scope), null)
    const everyone = withNamed(authority, scope, null, ofReturns, registers, same?.everyone)
    const settings = before?.versions.settings === versions.settings ? before.settings : settingsOf(authority, null)
    const world = joined(scope, everyone, settings, registers)
    const now = { versions, ofReturns, everyone, settings, world }
    remembered.set(key, now)
    world.catch(() => {
      remembered.forget(key, now)
    })
    return world
  }

  const read = (name: string, authority: string, scope: Scope, knownAt: Instant | null): Promise<World> => {
    if (knownAt === null && scope.child === undefined) return known(name, authority, scope)
    const registers = registersOf(authority, knownAt)
    const ofReturns = readReturns(authority, readOf(scope), knownAt)
    const everyone = withNamed(authority, scope, knownAt, ofReturns, registers)
    return joined(scope, everyone, settingsOf(authority, knownAt), registers)
  }

  return {
    ofYear: async (authority, year, asAt, knownAt) => {
      const activeSince = addDays(earlierOf(year.firstDay, asAt), -DAYS_MISSING_REACHES_BACK)
      return read(`year ${year.name}`, authority, { year, asAt, activeSince }, knownAt)
    },
    onDay: async (authority, asAt, knownAt) =>
      read('day', authority, { year: reportingYearOf(asAt), asAt, activeSince: asAt, isOfTheDay: true }, knownAt),
    ofChild: async (authority, child, asAt, knownAt) =>
      read('child', authority, { year: reportingYearOf(asAt), asAt, activeSince: null, child }, knownAt),
    ofAll: async (authority, asAt, knownAt) =>
      read('all', authority, { year: reportingYearOf(asAt), asAt, activeSince: null }, knownAt),
  }
}

/** Whom to read of the returns for a world. */
const readOf = ({ asAt, activeSince, isOfTheDay = false, child }: Scope) => ({
  asAt,
  activeSince,
  onlyInCare: isOfTheDay,
  ...(child !== undefined && { children: [child] }),
})

const areSame = (one: Versions, other: Versions): boolean =>
  one.returns === other.returns && one.settings === other.settings && one.registers === other.registers
