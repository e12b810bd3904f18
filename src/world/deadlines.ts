import type { BankHolidays } from '../calendar/bankHolidays.ts'
import type { ClockRun, Deadline } from '../clocks/clock.ts'
import { deadlineOf } from '../clocks/deadlines.ts'
import type { ClockAnswer, RoomClocks } from '../clocks/source.ts'
import { collating } from '../kernel/collate.ts'
import { type PlainDate, compareDates, daysBetween, earlierOf, isAfter, laterOf } from '../kernel/dates.ts'
import { inPlace } from '../kernel/inPlace.ts'
import { areSame, rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import { peopleTouched } from '../registers/changes.ts'
import type { Register, StoredRows } from '../registers/register.ts'
import type { Clocks } from './clocks.ts'
import type { Known, WorldOf } from './world.ts'

/** Every start of a clock for a child of this world, met or not, with what rooms know of it. */
export const clockRunsOf = <History extends Known, Coverage>(
  world: WorldOf<History, Coverage>,
  child: string,
): readonly ClockRun[] => world.clocks.runsOf(world, child)

/** The deadlines of one child that are open on the day of the world: still to come, overdue, or past and not known of. */
export const openDeadlinesOf = <History extends Known, Coverage>(
  world: WorldOf<History, Coverage>,
  child: string,
): readonly Deadline[] => world.clocks.openOf(world, child)

/** Every deadline open on the day of the world, in order of due date, then child, then clock. */
export const openDeadlines = <History extends Known, Coverage>(
  world: WorldOf<History, Coverage>,
): readonly Deadline[] => world.clocks.open(world)

/** The last day up to which it is known what was done, or the day of the world where that comes first. */
export const knownTo = <History extends Known, Coverage>(world: WorldOf<History, Coverage>): PlainDate =>
  world.clocks.knownTo(world)

/** The day from which the days to a deadline are counted: the last that is known, or today where it is kept to the day. */
export const countedFrom = <History extends Known, Coverage>(
  world: WorldOf<History, Coverage>,
  { isKeptToDay }: Pick<Deadline, 'isKeptToDay'>,
): PlainDate => (isKeptToDay ? world.asAt : knownTo(world))

/** Those who do not see all see other rows: so many answers are remembered of a child. */
const SIGHTS_REMEMBERED = 4

const compareTexts = collating()

/**
 * Puts the clocks of rooms together. `registers`: all that there are, whose columns say whom a row is about: a change of rows
 * of some children leaves the runs of the others as they are. Throws where two kinds of deadline have one id.
 */
export function joinClocks<History extends Known, Coverage>(
  rooms: readonly RoomClocks<WorldOf<History, Coverage>>[],
  registers: readonly Register[] = [],
): Clocks<WorldOf<History, Coverage>> {
  type World = WorldOf<History, Coverage>
  const kinds = rooms.flatMap((room) => room.kinds ?? [])
  for (const { id } of kinds) {
    if (kinds.filter((kind) => kind.id === id).length > 1) throw new Error(`two kinds of deadline are called ${id}`)
  }
  const sources = inPlace(rooms.flatMap((room) => room.sources ?? []))
  const answers = rooms.flatMap(({ answerOf }) => answerOf ?? [])

  const byChild = rememberedFor(
    (histories: readonly History[]) => new Map(histories.map((history) => [history.record.child, history])),
  )
  /** Of each history, worked out anew only where something of it is other than before. */
  const answeredFrom = rememberedFor(() => rememberedWhileSame(answered, SIGHTS_REMEMBERED))
  const openFrom = rememberedFor((runs: readonly ClockRun[]) =>
    rememberedWhileSame(
      (asAt: PlainDate, holidays: BankHolidays, known: PlainDate) =>
        runs.flatMap((run) => openDeadline(run, asAt, holidays, known)),
      SIGHTS_REMEMBERED,
    ),
  )

  const findRuns = (world: World, child: string): readonly ClockRun[] => {
    const history = byChild(world.histories).get(child)
    const found = sources.map((source) => source.runsOf(world, child))
    const known = answers.map((answerOf) => answerOf(world, child))
    return history ? answeredFrom(history)(found, known) : answered(found, known)
  }
  const everyones = rooms.flatMap(({ ofEveryone }) => ofEveryone ?? [])
  const keptFor = rememberedFor(() => runsKeptThroughChanges(registers))
  const keptIn = rememberedFor(
    (world: World) =>
    keptFor(world.histories)(world, everyones.map((ofEveryone) => ofEveryone(world))), // prettier-ignore
  )
  const runsOf = (world: World, child: string): readonly ClockRun[] => {
    const kept = keptIn(world)
    const known = kept.get(child)
    if (known) return known
    const runs = findRuns(world, child)
    kept.set(child, runs)
    return runs
  }
  const told = rooms.flatMap(({ toldUpTo }) => toldUpTo ?? [])
  const knownTo = rememberedFor((world: World): PlainDate => {
    const days = told.flatMap((upTo) => upTo(world) ?? [])
    return days.length === 0 ? world.asAt : earlierOf(days.reduce(laterOf), world.asAt)
  })
  const openOf = (world: World, child: string): readonly Deadline[] => {
    const runs = runsOf(world, child)
    return openFrom(runs)(world.asAt, world.holidays, knownTo(world))
  }
  const open = rememberedFor((world: World): readonly Deadline[] => {
    const children = new Set([
      ...world.histories.map(({ record }) => record.child),
      ...sources.flatMap((source) => source.alsoOf?.(world) ?? []),
    ])
    const known = knownTo(world)
    const others = sources.flatMap((source) => {
      const told = source.othersToldUpTo?.(world) ?? known
      const upTo = earlierOf(laterOf(told, known), world.asAt)
      return (source.othersOf?.(world) ?? []).flatMap((run) => openDeadline(run, world.asAt, world.holidays, upTo))
    })
    return [...[...children].flatMap((child) => openOf(world, child)), ...others].sort(
      (a, b) =>
        compareDates(a.due, b.due) ||
        compareTexts(a.child ?? '', b.child ?? '') ||
        compareTexts(a.subject?.ref ?? '', b.subject?.ref ?? '') ||
        compareTexts(a.clock.id, b.clock.id),
    )
  })
  return { kinds, runsOf, openOf, open, knownTo }
}

/**
 * The runs of each child that need not be found anew in a world with the same histories as the one before: nothing differs but
 * rows about other children. What is found is added by the person who finds it.
 */
function runsKeptThroughChanges(registers: readonly Register[]) {
  let last: { registers: StoredRows; others: readonly unknown[]; runs: Map<string, readonly ClockRun[]> } | null = null
  return <History extends Known, Coverage>(
    world: WorldOf<History, Coverage>,
    ofEveryone: readonly unknown[],
  ): Map<string, readonly ClockRun[]> => {
    const { registers: stored, year, asAt, snapshotOn, coverage, settings, holidays, clocks } = world
    const others = [year, asAt, snapshotOn, coverage, settings, holidays, clocks, ofEveryone]
    const touched = last && areSame(last.others, others) ? peopleTouched(registers, last.registers, stored) : null
    const runs = new Map(touched && last ? last.runs : [])
    for (const person of touched ?? []) runs.delete(person)
    last = { registers: stored, others, runs }
    return runs
  }
}

const answered = (found: readonly (readonly ClockRun[])[], answers: readonly ClockAnswer[]): readonly ClockRun[] =>
  found.flat().map((run) => answers.reduce((known, answer) => answer(known), run))

function openDeadline(run: ClockRun, asAt: PlainDate, holidays: BankHolidays, known: PlainDate): Deadline[] {
  const deadline = deadlineOf(run, asAt, holidays)
  if (deadline?.state === 'running') return [deadline]
  return deadline?.state === 'overdue' ? [asFarAsKnown(deadline, run.isKeptToDay ? asAt : known)] : []
}

/** What fell due after the last day that is known of may have been done: it is not overdue. Days late are counted to it. */
const asFarAsKnown = (deadline: Deadline, known: PlainDate): Deadline =>
  isAfter(deadline.due, known)
    ? { ...deadline, state: 'not_known', daysLate: 0 }
    : { ...deadline, daysLate: Math.min(deadline.daysLate, Math.max(1, daysBetween(deadline.due, known))) }
