import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { careRuns, type CareRules } from '../../children/domain/deadlines.ts'
import { lastDayCovered } from '../../children/domain/coverage.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { ClockRun, Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { type PlainDate, compareDates, daysBetween, earlierOf, isAfter, isBefore, laterOf } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { allocationsKept } from '../../officers/domain/allocations.ts'
import type { Settings } from '../../settings/settings.ts'
import { type RegisterReviewFact, reviews } from '../registers/reviews.ts'
import type { ReviewCycle } from './cycle.ts'
import { reviewRuns } from './deadlines.ts'
import { type KeptSince, keptSince } from './kept.ts'
import { leaversOf, pathwayRun } from './pathway.ts'
import { cycleOf, registerReviewsOf } from './world.ts'

/** Those who do not see all have cycles of their own: so many are remembered of a child's deadlines. */
const CYCLES_REMEMBERED = 4

/**
 * The open deadlines of a history: worked out anew only where its cycle, what the registers say of the child, what they
 * keep, or the settings are others than before. It sees nothing else.
 */
const openDeadlinesFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      cycle: ReviewCycle,
      settings: Settings,
      allocations: CareRules['allocations'],
      ownReviews: readonly RegisterReviewFact[],
      [shortBreaks = null, secure = null, pathway = null, permanence = null]: readonly (PlainDate | null)[],
      holidays: BankHolidays,
      knownTo: PlainDate,
    ): readonly Deadline[] => {
      const kept: KeptSince = { shortBreaks, secure, pathway, permanence }
      return [
        ...reviewRuns(history, cycle, { reviews: ownReviews, kept }, settings),
        ...careRuns(history, { settings, allocations, reviews: ownReviews, permanenceKeptSince: permanence }),
      ].flatMap((run) => openDeadline(run, history.asAt, holidays, knownTo))
    },
    CYCLES_REMEMBERED,
  ),
)

function openDeadline(run: ClockRun, asAt: PlainDate, holidays: BankHolidays, known: PlainDate): Deadline[] {
  const deadline = deadlineOf(run, asAt, holidays)
  if (deadline?.state === 'running') return [deadline]
  return deadline?.state === 'overdue' ? [asFarAsKnown(deadline, known)] : []
}

/** What fell due after the last day that is known of may have been done: it is not overdue. Days late are counted to it. */
const asFarAsKnown = (deadline: Deadline, knownTo: PlainDate): Deadline =>
  isAfter(deadline.due, knownTo)
    ? { ...deadline, state: 'not_known', daysLate: 0 }
    : { ...deadline, daysLate: Math.min(deadline.daysLate, Math.max(1, daysBetween(deadline.due, knownTo))) }

/**
 * The last day up to which it is known what was done, or the day of the world: that to which the returns reach or, where
 * the register of reviews goes on after it, its latest entry.
 */
export const knownTo = rememberedFor(({ asAt, coverage, registers }: World): PlainDate => {
  const covered = lastDayCovered(coverage)
  if (covered === null || !isBefore(covered, asAt)) return asAt
  const entered = reviews.rowsIn(registers).flatMap(({ heldOn, bookedFor }) => heldOn ?? bookedFor ?? [])
  return earlierOf(entered.reduce(laterOf, covered), asAt)
})

/** The deadlines of one child that are open on the day of the world: still to come, overdue, or past and not known of. */
export function openDeadlinesOf(history: CareHistory, world: World): readonly Deadline[] {
  const { child } = history.record
  const { settings, holidays, registers } = world
  const cycle = cycleOf(world, history)
  const { shortBreaks, secure, pathway, permanence } = keptSince(reviews.rowsIn(registers))
  const days = [shortBreaks, secure, pathway, permanence]
  const allocations = allocationsKept(world, child)
  const own = registerReviewsOf(world, child)
  const open = openDeadlinesFrom(history)(cycle, settings, allocations, own, days, holidays, knownTo(world))
  return [...open, ...openPathwayOf(world, child)]
}

/** Of a care leaver, who need not be in any return. */
function openPathwayOf(world: World, child: string): Deadline[] {
  const run = pathwayRun(world, child)
  return run ? openDeadline(run, world.asAt, world.holidays, knownTo(world)) : []
}

const { compare: compareTexts } = new Intl.Collator()

/** Every deadline open on the day of the world, in order of due date, then child, then clock. */
export const openDeadlines = rememberedFor((world: World): readonly Deadline[] =>
  [
    ...world.histories.flatMap((history) => openDeadlinesOf(history, world)),
    ...leaversOf(world)
      .filter((child) => historyOf(world, child) === null)
      .flatMap((child) => openPathwayOf(world, child)),
  ].sort(
    (a, b) => compareDates(a.due, b.due) || compareTexts(a.child, b.child) || compareTexts(a.clock.id, b.clock.id),
  ),
)
