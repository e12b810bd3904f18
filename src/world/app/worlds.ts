import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type ReportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import { type Instant, type PlainDate, addDays, earlierOf, isSameDay } from '../../kernel/dates.ts'
import type { MemoryBudget } from '../../kernel/memoryBudget.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { StoredRows } from '../../registers/register.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Clocks } from '../clocks.ts'
import type { Known, NamedOn, WorldOf } from '../world.ts'

/** Where an authority's registers are kept; as known at a moment, or now where null. */
export type RegistersReader = (authority: string, knownAt: Instant | null) => Promise<StoredRows>

/** What is known now stands under these: each is another whenever anything of its part may be. */
export interface Versions {
  /** What the returns say, of whom. */
  returns: string
  settings: string
  registers: string
}

/** Of whom to read what the returns say, and as it was known when. */
export interface WhomToRead {
  /** The authority's GSS code: nothing of any other authority is ever read. */
  authority: string
  /** Nothing dated later is seen. */
  asAt: PlainDate
  /** Only those of whom something is said on or after this day; null for all that were ever known. */
  activeSince: PlainDate | null
  /** Of these, only those who may be in care then. */
  onlyInCare: boolean
  /** Only these; null for everyone. */
  only: readonly string[] | null
  /** As known at this moment; null for now. */
  knownAt: Instant | null
}

/** What the returns say: in order of whom they name. */
export interface ReadReturns<History extends Known, Coverage> {
  histories: readonly History[]
  coverage: readonly Coverage[]
}

/** What worlds are put together from. */
export interface WorldSources<History extends Known, Coverage> {
  versions: (authority: string) => Promise<Versions>
  read: (whom: WhomToRead) => Promise<ReadReturns<History, Coverage>>
  settingsOf: SettingsReader
  registersOf: RegistersReader
  namedOn: NamedOn
  holidays: BankHolidays
  clocks: Clocks<WorldOf<History, Coverage>>
  /** How many days before a year something may lie that its figures count. */
  daysReachingBack: number
  /** About how many bytes a history takes, with all that is worked out of it in a world. */
  bytesOf: (history: History) => number
  /** What may be remembered. */
  budget: MemoryBudget
}

/** Gives the worlds that figures, deadlines and pages are worked out from. */
export interface WorldsOf<World> {
  /** A year's world as at a day, or that of other days (`daysOf`), for its figures. */
  ofYear: (authority: string, year: ReportingYear, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The world of the children looked after on a day, and of whom else the registers name then: for what is due. */
  onDay: (authority: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The same with those beside who were in care on or after an earlier day, and are no more: for what leaving care asks for. */
  onDaySince: (authority: string, since: PlainDate, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** The world of one child, with all that is known of it; no history in it where the child is not known. */
  ofChild: (authority: string, child: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
  /** Everyone ever known, as at a day: for the findings. */
  ofAll: (authority: string, asAt: PlainDate, knownAt: Instant | null) => Promise<World>
}

/** Whom a world is of, and on which day it sees them. */
interface Scope {
  year: ReportingYear
  asAt: PlainDate
  activeSince: PlainDate | null
  /** Whether it is of those in care alone, and of whom else the registers name on the day. */
  isOfTheDay?: boolean
  child?: string
}

/** What was read, with those beside them whom the registers name on the day; where there are none, not another list. */
interface Everyone<History extends Known, Coverage> extends ReadReturns<History, Coverage> {
  alsoNamed: readonly string[]
}

/** Those of a day with those beside who left since an earlier one. */
interface WithLeft<History extends Known> {
  since: PlainDate
  all: Promise<readonly History[]>
}

/** Beside a day, so many earlier ones are asked for in turn: signs tell of a year, a report of its quarter. */
const EARLIER_DAYS_REMEMBERED = 3

/** A world as it was last asked for, with what it was put together from. */
interface Remembered<History extends Known, Coverage> {
  versions: Versions
  ofReturns: Promise<ReadReturns<History, Coverage>>
  everyone: Promise<Everyone<History, Coverage>>
  settings: Promise<Settings>
  world: Promise<WorldOf<History, Coverage>>
}

/**
 * Worlds put together from their sources. Those known now are remembered under the versions of what they are put together
 * from: an unchanged authority is read once, and a changed one never shows what was. Where only the registers have changed,
 * as they do all day, the new world has the same histories, and all that is worked out of each of them.
 */
export function makeWorldsOf<History extends Known, Coverage>(
  sources: WorldSources<History, Coverage>,
): WorldsOf<WorldOf<History, Coverage>> {
  const { registersOf, settingsOf, namedOn, holidays, clocks } = sources
  const remembered = sources.budget.values<Remembered<History, Coverage>>()
  // Its rows are counted by the store that remembers them.
  const bytesOf = ({ histories }: WorldOf<History, Coverage>): number =>
    histories.reduce((sum, history) => sum + sources.bytesOf(history), 0)

  /** `before` is given back where the registers name the same people: it stands while the returns are the same. */
  async function withNamed(
    authority: string,
    { asAt, isOfTheDay = false }: Scope,
    knownAt: Instant | null,
    ofReturns: Promise<ReadReturns<History, Coverage>>,
    registers: Promise<StoredRows>,
    before: Promise<Everyone<History, Coverage>> | null = null,
  ): Promise<Everyone<History, Coverage>> {
    const { histories, coverage } = await ofReturns
    if (!isOfTheDay) return { histories, coverage, alsoNamed: [] }
    const areRead = new Set(histories.map(({ record }) => record.child))
    const alsoNamed = namedOn(await registers, asAt).filter((child) => !areRead.has(child))
    const was = await before
    if (was && was.alsoNamed.join('\n') === alsoNamed.join('\n')) return was
    if (alsoNamed.length === 0) return { histories, coverage, alsoNamed }
    const whom = { authority, asAt, activeSince: null, onlyInCare: false, only: alsoNamed, knownAt }
    const others = await sources.read(whom)
    return { histories: inOrder([...histories, ...others.histories]), coverage, alsoNamed }
  }

  async function joined(
    { year, asAt }: Scope,
    ...parts: [Promise<Everyone<History, Coverage>>, Promise<Settings>, Promise<StoredRows>]
  ): Promise<WorldOf<History, Coverage>> {
    const [{ histories, coverage }, settings, registers] = await Promise.all(parts)
    const snapshotOn = earlierOf(asAt, year.lastDay)
    return { year, asAt, snapshotOn, histories, coverage, registers, settings, holidays, clocks }
  }

  async function known(name: string, authority: string, scope: Scope): Promise<WorldOf<History, Coverage>> {
    const versions = await sources.versions(authority)
    const key = [name, scope.asAt.toString()].join(' ')
    const before = remembered.get(authority, key)
    if (before && areSame(before.versions, versions)) return before.world
    const registers = registersOf(authority, null)
    const same = before?.versions.returns === versions.returns ? before : null
    const ofReturns = same?.ofReturns ?? sources.read(whomOf(authority, scope, null))
    const everyone = withNamed(authority, scope, null, ofReturns, registers, same?.everyone)
    const settings = before?.versions.settings === versions.settings ? before.settings : settingsOf(authority, null)
    const world = joined(scope, everyone, settings, registers)
    remembered.set(authority, key, { versions, ofReturns, everyone, settings, world }, world.then(bytesOf))
    return world
  }

  const read = (
    name: string,
    authority: string,
    scope: Scope,
    knownAt: Instant | null,
  ): Promise<WorldOf<History, Coverage>> => {
    if (knownAt === null && scope.child === undefined) return known(name, authority, scope)
    const registers = registersOf(authority, knownAt)
    const ofReturns = sources.read(whomOf(authority, scope, knownAt))
    const everyone = withNamed(authority, scope, knownAt, ofReturns, registers)
    return joined(scope, everyone, settingsOf(authority, knownAt), registers)
  }

  const onDay = (authority: string, asAt: PlainDate, knownAt: Instant | null) =>
    read('day', authority, { year: reportingYearOf(asAt), asAt, activeSince: asAt, isOfTheDay: true }, knownAt)

  const left = new WeakMap<readonly History[], readonly WithLeft<History>[]>()
  /** Those of a day with those beside who left, in order: held as long as the histories of the day are, and the same while these are. */
  function withThoseWhoLeft(
    { authority, since, asAt, knownAt }: { since: PlainDate } & Pick<WhomToRead, 'authority' | 'asAt' | 'knownAt'>,
    histories: readonly History[],
  ): Promise<readonly History[]> {
    const known = left.get(histories) ?? []
    const same = known.find((one) => isSameDay(one.since, since))
    if (same) return same.all
    const areRead = new Set(histories.map(({ record }) => record.child))
    const all = sources
      .read({ authority, asAt, activeSince: since, onlyInCare: true, only: null, knownAt })
      .then((found) => inOrder([...histories, ...found.histories.filter(({ record }) => !areRead.has(record.child))]))
    left.set(histories, [{ since, all }, ...known].slice(0, EARLIER_DAYS_REMEMBERED))
    // What could not be read is asked for again the next time.
    all.catch(() => left.delete(histories))
    return all
  }
  const besideThoseWhoLeft = rememberedFor((day: WorldOf<History, Coverage>) =>
    rememberedWhileSame(
      (histories: readonly History[]): WorldOf<History, Coverage> => ({ ...day, histories }),
      EARLIER_DAYS_REMEMBERED,
    ),
  )

  return {
    ofYear: async (authority, year, asAt, knownAt) => {
      const activeSince = addDays(earlierOf(year.firstDay, asAt), -sources.daysReachingBack)
      return read(`days from ${year.firstDay.toString()}`, authority, { year, asAt, activeSince }, knownAt)
    },
    onDay,
    onDaySince: async (authority, since, asAt, knownAt) => {
      const day = await onDay(authority, asAt, knownAt)
      return besideThoseWhoLeft(day)(await withThoseWhoLeft({ authority, since, asAt, knownAt }, day.histories))
    },
    ofChild: async (authority, child, asAt, knownAt) =>
      read('child', authority, { year: reportingYearOf(asAt), asAt, activeSince: null, child }, knownAt),
    ofAll: async (authority, asAt, knownAt) =>
      read('all', authority, { year: reportingYearOf(asAt), asAt, activeSince: null }, knownAt),
  }
}

/** Whom to read of the returns for a world. */
const whomOf = (
  authority: string,
  { asAt, activeSince, isOfTheDay = false, child }: Scope,
  knownAt: Instant | null,
): WhomToRead => ({
  authority,
  asAt,
  activeSince,
  onlyInCare: isOfTheDay,
  only: child === undefined ? null : [child],
  knownAt,
})

const inOrder = <History extends Known>(histories: History[]): readonly History[] =>
  histories.sort((a, b) => (a.record.child < b.record.child ? -1 : 1))

const areSame = (one: Versions, other: Versions): boolean =>
  one.returns === other.returns && one.settings === other.settings && one.registers === other.registers
