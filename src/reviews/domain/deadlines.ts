import { bookingSetting } from '../settings.ts'
import { recordsOf } from '../../world/world.ts'
import { birthday } from '../../calendar/age.ts'
import { type CareHistory, type PeriodOfCare, periodOn } from '../../children/domain/history.ts'
import { reviews, type RegisterReviewFact } from '../registers/reviews.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { isAfter, isOnOrBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import { reviewClocks } from './clocks.ts'
import type { DatedObligation, ReviewCycle } from './cycle.ts'
import { type KeptSince, keptSince } from './kept.ts'
import { isToBeCompleted } from './knownReviews.ts'
import { pathwayRun } from './pathway.ts'
import { secureRuns } from './secure.ts'
import { shortBreakRuns } from './shortBreaks.ts'
import { cycleOf, registerReviewsOf } from './world.ts'

/** What the register says beside the return: the child’s own reviews, and since when it keeps them of everyone. */
export interface ReviewRegister {
  reviews: readonly RegisterReviewFact[]
  kept: KeptSince
}

/**
 * The review that the child awaits on the day of the history, by its cycle, the rest of a review that was adjourned, and
 * the clocks of short breaks and secure accommodation. One review deadline a child: the earliest of the rules that ask
 * for it, with the others in its notes (rulebook 0.3). All review clocks lapse on the 18th birthday (CLK-REV-12).
 */
export function reviewRuns(
  history: CareHistory,
  cycle: ReviewCycle,
  register: ReviewRegister,
  settings: Settings,
): ClockRun[] {
  if (hasTurned18(history)) return []
  const period = periodOn(history, history.asAt)
  if (!period) return shortBreakRuns(history, register)
  const next = cycle.awaited.find((awaited) => awaited.period === period)
  const [operative, ...others] = next?.obligations ?? []
  return [
    ...(operative ? [runOf(history, operative, others)] : []),
    ...completionRuns(history, cycle, period, settings),
    ...secureRuns(history, period, register),
  ]
}

/** The clocks on reviews of one child of this world, of a care leaver too: the one place that works them out. */
export function reviewRunsOf(world: World, child: string): ClockRun[] {
  const history = historyOf(world, child)
  const register = { reviews: registerReviewsOf(world, child), kept: keptSince(recordsOf(world, reviews)) }
  const pathway = pathwayRun(world, child)
  return [
    ...(history ? reviewRuns(history, cycleOf(world, history), register, world.settings) : []),
    ...(pathway ? [pathway] : []),
  ]
}

/** CLK-REV-8, CLK-REV-9: the rest of the last review of the period, where it was adjourned or is a series and not over. */
function completionRuns(
  history: CareHistory,
  { held }: ReviewCycle,
  period: PeriodOfCare,
  settings: Settings,
): ClockRun[] {
  const last = held.findLast((review) => review.period === period)
  if (!last || !isToBeCompleted(last, history.asAt)) return []
  const isAdjourned = last.details?.adjourned === true
  const clock = isAdjourned ? reviewClocks.adjourned : reviewClocks.series
  const amount = bookingSetting.of(settings).adjournmentWorkingDays
  return [
    {
      clock:
        amount === clock.limit.amount
          ? clock
          : {
              ...clock,
              limit: { amount, unit: 'working_days' },
              rule: `within ${amount} working days of the first meeting, by the authority’s own rule`,
              confidence: 'local practice',
            },
      child: history.record.child,
      startedBy: { what: isAdjourned ? 'the meeting that was adjourned,' : 'the first meeting,', on: last.heldOn },
      notBefore: null,
      satisfiedBy: null,
      endedBy: null,
      isSatisfactionRecorded: true,
      notes: [],
    },
  ]
}

const hasTurned18 = ({ record, asAt }: CareHistory): boolean =>
  record.bornOn !== null && isOnOrBefore(birthday(record.bornOn, 18), asAt)

function runOf(history: CareHistory, operative: DatedObligation, others: readonly DatedObligation[]): ClockRun {
  const alsoAsked = others
    .filter((other) => !isSameDay(other.due, operative.due))
    .map(
      (other) =>
        `Another rule gives a later date, ${longDate(other.due)}: ${other.clock.rule} (${other.clock.source}). The earlier date holds.`,
    )
  return {
    clock: operative.clock,
    child: history.record.child,
    startedBy: operative.startedBy,
    notBefore: operative.notBefore,
    satisfiedBy: null,
    endedBy: null,
    isSatisfactionRecorded: true,
    notes: [...operative.notes, ...alsoAsked, ...turning18(history, operative)],
  }
}

function turning18({ record }: CareHistory, operative: DatedObligation): string[] {
  if (!record.bornOn) return []
  const eighteen = birthday(record.bornOn, 18)
  return isAfter(eighteen, operative.due)
    ? []
    : [`The child turns 18 before that, on ${longDate(eighteen)}: the duty then ends.`]
}
