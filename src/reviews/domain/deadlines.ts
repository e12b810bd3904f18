import { birthday } from '../../calendar/age.ts'
import { type CareHistory, type PeriodOfCare, periodOn } from '../../children/domain/history.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { addMonths, isAfter, isOnOrBefore, isSameDay, longDate } from '../../kernel/dates.ts'
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

/** The short breaks of the series that goes on: those with no twelve months between them, the last one that recent. */
function currentSeries(history: CareHistory) {
  let series: typeof history.shortBreaks = []
  for (const episode of history.shortBreaks) {
    const before = series.at(-1)
    const isSameSeries = before && (before.until === null || !isAfter(episode.from, addMonths(before.until, 12)))
    series = isSameSeries ? [...series, episode] : [episode]
  }
  const last = series.at(-1)
  return last && (last.until === null || isAfter(addMonths(last.until, 12), history.asAt)) ? series : []
}

/** CLK-REV-19: from the start of the secure placement that the child is in. */
function secureRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
  const placement = period.placements.at(-1)
  if (placement?.type !== 'K1') return []
  return [
    {
      ...unrecorded(history),
      clock: reviewClocks.secure,
      startedBy: { what: 'being placed in secure accommodation', on: placement.from },
    },
  ]
}
