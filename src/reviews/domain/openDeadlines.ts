import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type CareRules, careRuns } from '../../children/domain/deadlines.ts'
import { careRulesOf } from '../../officers/domain/allocations.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { compareDates } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { ReviewCycle } from './cycle.ts'
import { reviewRuns } from './deadlines.ts'
import { cycleOf } from './world.ts'
import type { Settings } from '../../settings/settings.ts'

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
    ): readonly Deadline[] =>
      [...reviewRuns(history, cycle), ...careRuns(history, { settings, allocations })].flatMap((run) => {
        const deadline = deadlineOf(run, history.asAt, holidays)
        return deadline && (deadline.state === 'running' || deadline.state === 'overdue') ? [deadline] : []
      }),
    CYCLES_REMEMBERED,
  ),
)

/** The deadlines of one child that are open on the day of the world: still to come, or overdue. */
export function openDeadlinesOf(history: CareHistory, world: World): readonly Deadline[] {
  const { settings, allocations } = careRulesOf(world, history.record.child)
  return openDeadlinesFrom(history)(cycleOf(world, history), settings, allocations, world.holidays)
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
