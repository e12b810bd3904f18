import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { allocationsKept, careRuns } from '../children/domain/deadlines.ts'
import type { CareHistory } from '../children/domain/history.ts'
import type { AllocationFact, RegisterReviewFact } from '../children/domain/registers.ts'
import { type World, historyOf } from '../children/domain/world.ts'
import type { ClockRun, Deadline } from '../clocks/clock.ts'
import { deadlineOf } from '../clocks/deadlines.ts'
import { type PlainDate, compareDates } from '../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import type { ReviewCycle } from '../reviews/domain/cycle.ts'
import { reviewRuns } from '../reviews/domain/deadlines.ts'
import { type KeptSince, keptSince } from '../reviews/domain/kept.ts'
import { leaversOf, pathwayRun } from '../reviews/domain/pathway.ts'
import { cycleOf, registerReviewsOf } from '../reviews/domain/world.ts'
import type { Settings } from '../settings/settings.ts'

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
      allocations: readonly AllocationFact[] | null,
      reviews: readonly RegisterReviewFact[],
      [shortBreaks = null, secure = null, pathway = null, permanence = null]: readonly (PlainDate | null)[],
      holidays: BankHolidays,
    ): readonly Deadline[] => {
      const kept: KeptSince = { shortBreaks, secure, pathway, permanence }
      return [
        ...reviewRuns(history, cycle, { reviews, kept }, settings),
        ...careRuns(history, { settings, allocations, reviews, permanenceKeptSince: permanence }),
      ].flatMap((run) => openDeadline(run, history.asAt, holidays))
    },
    CYCLES_REMEMBERED,
  ),
)

function openDeadline(run: ClockRun, asAt: PlainDate, holidays: BankHolidays): Deadline[] {
  const deadline = deadlineOf(run, asAt, holidays)
  return deadline && (deadline.state === 'running' || deadline.state === 'overdue') ? [deadline] : []
}

/** The deadlines of one child that are open on the day of the world: still to come, or overdue. */
export function openDeadlinesOf(history: CareHistory, world: World): readonly Deadline[] {
  const { child } = history.record
  const { settings, holidays, registers } = world
  const cycle = cycleOf(world, history)
  const { shortBreaks, secure, pathway, permanence } = keptSince(registers.reviews)
  const days = [shortBreaks, secure, pathway, permanence]
  const allocations = allocationsKept(world, child)
  const reviews = registerReviewsOf(world, child)
  const open = openDeadlinesFrom(history)(cycle, settings, allocations, reviews, days, holidays)
  return [...open, ...openPathwayOf(world, child)]
}

/** Of a care leaver, who need not be in any return. */
function openPathwayOf(world: World, child: string): Deadline[] {
  const run = pathwayRun(world, child)
  return run ? openDeadline(run, world.asAt, world.holidays) : []
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
