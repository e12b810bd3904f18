import { started } from '../../clocks/started.ts'
import { bookingSetting } from '../settings.ts'
import { recordsOf } from '../../world/world.ts'
import { birthday } from '../../calendar/age.ts'
import { type CareHistory, type PeriodOfCare, periodOn } from '../../children/domain/history.ts'
import { reviews, type RegisterReviewFact } from '../registers/reviews.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type ClockRun, withOwnLimit } from '../../clocks/clock.ts'
import { type PlainDate, isAfter, isOnOrBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { Settings } from '../../settings/settings.ts'
import { reviewClocks } from './clocks.ts'
import type { DatedObligation, ReviewCycle } from './cycle.ts'
import { type ReviewRegister, keptSince } from './kept.ts'
import { isToBeCompleted } from './completion.ts'
import { secureRuns } from './secure.ts'
import { shortBreakRuns } from './shortBreaks.ts'
import { cycleOf, registerReviewsOf } from './world.ts'

/**
 * The review that the child awaits on the day of the history, by its cycle, the rest of a review that was adjourned, and
 * the clocks of short breaks and secure accommodation. One review deadline a child: the earliest of the rules that ask
 * for it, with the others in its notes (rulebook 0.3). All review clocks lapse on the 18th birthday (CLK-REV-12).
 */
function reviewRuns(
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

/** Those who do not see all have cycles of their own: so many are remembered of a child's runs. */
const CYCLES_REMEMBERED = 4

/** Worked out anew only where the cycle, the child's reviews in the register, what it keeps, or the settings are others. */
const reviewRunsFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      cycle: ReviewCycle,
      settings: Settings,
      own: readonly RegisterReviewFact[],
      shortBreaks: PlainDate | null,
      secure: PlainDate | null,
    ) => reviewRuns(history, cycle, { reviews: own, kept: { shortBreaks, secure } }, settings),
    CYCLES_REMEMBERED,
  ),
)

/** The clocks on reviews of one child of this world, pathway plans aside: the one place that works them out. */
export function reviewRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  if (!history) return []
  const { shortBreaks, secure } = keptSince(recordsOf(world, reviews))
  const own = registerReviewsOf(world, child)
  return reviewRunsFrom(history)(cycleOf(world, history), world.settings, own, shortBreaks, secure)
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
  const own = withOwnLimit(clock, bookingSetting.of(settings).adjournmentWorkingDays, 'of the first meeting')
  const what = isAdjourned ? 'the meeting that was adjourned,' : 'the first meeting,'
  return [started(own, history.record.child, { what, on: last.heldOn })]
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
  return started(operative.clock, history.record.child, operative.startedBy, {
    notBefore: operative.notBefore,
    notes: [...operative.notes, ...alsoAsked, ...turning18(history, operative)],
  })
}

function turning18({ record }: CareHistory, operative: DatedObligation): string[] {
  if (!record.bornOn) return []
  const eighteen = birthday(record.bornOn, 18)
  return isAfter(eighteen, operative.due)
    ? []
    : [`The child turns 18 before that, on ${longDate(eighteen)}: the duty then ends.`]
}
