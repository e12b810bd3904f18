import { reviews } from '../registers/reviews.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { careRuns, type CareRules } from '../../children/domain/deadlines.ts'
import { careRulesOf } from '../../officers/domain/allocations.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { compareDates, daysBetween, earlierOf, isAfter, isBefore, laterOf, type PlainDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { ReviewCycle } from './cycle.ts'
import { reviewRuns } from './deadlines.ts'
import { cycleOf } from './world.ts'
import type { Settings } from '../../settings/settings.ts'
import { lastDayCovered } from '../../children/domain/coverage.ts'

/** Those who do not see all have cycles of their own: so many are remembered of a child's deadlines. */
const CYCLES_REMEMBERED = 4

/**
 * The open deadlines of a history: worked out anew only where its cycle, the child's allocations or the settings are
 * others than before. It sees nothing else.
 */
const openDeadlinesFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      cycle: ReviewCycle,
      settings: Settings,
      allocations: CareRules['allocations'],
      holidays: BankHolidays,
      knownTo: PlainDate,
    ): readonly Deadline[] =>
      [...reviewRuns(history, cycle), ...careRuns(history, { settings, allocations })].flatMap((run) => {
        const deadline = deadlineOf(run, history.asAt, holidays)
        if (deadline?.state === 'running') return [deadline]
        return deadline?.state === 'overdue' ? [asFarAsKnown(deadline, knownTo)] : []
      }),
    CYCLES_REMEMBERED,
  ),
)

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
  const { settings, allocations } = careRulesOf(world, history.record.child)
  return openDeadlinesFrom(history)(cycleOf(world, history), settings, allocations, world.holidays, knownTo(world))
}

const { compare: compareTexts } = new Intl.Collator()

/** Every deadline open on the day of the world, in order of due date, then child, then clock. */
export const openDeadlines = rememberedFor((world: World): readonly Deadline[] =>
  world.histories
    .flatMap((history) => openDeadlinesOf(history, world))
    .sort(
      (a, b) => compareDates(a.due, b.due) || compareTexts(a.child, b.child) || compareTexts(a.clock.id, b.clock.id),
    ),
)
