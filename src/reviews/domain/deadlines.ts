import { birthday } from '../../calendar/age.ts'
import { isTemporaryPlacement } from '../../children/domain/codes.ts'
import type { Episode } from '../../children/domain/episode.ts'
import { type CareHistory, type PeriodOfCare, periodOn } from '../../children/domain/history.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import {
  type PlainDate,
  addMonths,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  longDate,
} from '../../kernel/dates.ts'
import { reviewClocks } from './clocks.ts'
import type { DatedObligation, ReviewCycle } from './cycle.ts'

/**
 * The review that the child awaits on the day of the history, by its cycle, and the clocks of short breaks and secure accommodation
 * that its facts start. One review deadline a child: the earliest of the rules that ask for it, with the others in its
 * notes (rulebook 0.3). All review clocks lapse on the 18th birthday (CLK-REV-12).
 */
export function reviewRuns(history: CareHistory, cycle: ReviewCycle): ClockRun[] {
  if (hasTurned18(history)) return []
  const period = periodOn(history, history.asAt)
  if (!period) return shortBreakRuns(history)
  const next = cycle.awaited.find((awaited) => awaited.period === period)
  const [operative, ...others] = next?.obligations ?? []
  return [...(operative ? [runOf(history, operative, others)] : []), ...secureRuns(history, period)]
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

const unrecorded = (history: CareHistory): Omit<ClockRun, 'clock' | 'startedBy'> => ({
  child: history.record.child,
  notBefore: null,
  satisfiedBy: null,
  endedBy: null,
  isSatisfactionRecorded: false,
  notes: [],
})

/** CLK-REV-13: from the first short break of a series; the return holds no reviews of short breaks. */
function shortBreakRuns(history: CareHistory): ClockRun[] {
  const series = currentSeries(history)
  const first = series[0]
  if (!first) return []
  return [
    {
      ...unrecorded(history),
      clock: reviewClocks.shortBreaks,
      startedBy: { what: 'the first short break', on: first.from },
    },
  ]
}

/** Reasons for ceasing after which no short break can follow: death, another authority, an adult’s age, abroad. */
const FINAL_REASONS = ['E2', 'E3', 'E11', 'E12', 'E15', 'E16', 'E17']

/**
 * The short breaks of the series that goes on: those with no twelve months between them, the last one that recent. An
 * agreement (V4) that ended with a reason has ended, and so has a series after which the child was looked after in full.
 */
function currentSeries(history: CareHistory): readonly Episode[] {
  let series: Episode[] = []
  for (const episode of history.shortBreaks) {
    const before = series.at(-1)
    const isSameSeries = before && (before.until === null || !isAfter(episode.from, addMonths(before.until, 12)))
    series = isSameSeries ? [...series, episode] : [episode]
  }
  const last = series.at(-1)
  if (!last || history.periods.some(({ startedOn }) => isOnOrAfter(startedOn, last.from))) return []
  if (last.until === null) return series
  const isOver = last.legalStatus === 'V4' || FINAL_REASONS.includes(last.reasonCeased)
  return isOver || isOnOrBefore(addMonths(last.until, 12), history.asAt) ? [] : series
}

/** CLK-REV-19: while the child is in a secure children’s home, but not there by remand: that is youth detention. CLK-REV-18. */
function secureRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
  const since = secureSince(period)
  if (!since) return []
  return [
    {
      ...unrecorded(history),
      clock: reviewClocks.secure,
      startedBy: { what: 'being placed in secure accommodation', on: since },
    },
  ]
}

/** Since when the child has been in secure accommodation; a temporary stay elsewhere ends it no more than any placement. */
function secureSince(period: PeriodOfCare): PlainDate | null {
  let since: PlainDate | null = null
  for (const { from, placementType, legalStatus } of period.episodes) {
    if (isTemporaryPlacement(placementType)) continue
    if (placementType === 'K1' && legalStatus !== 'J1') since ??= from
    else since = null
  }
  return since
}
