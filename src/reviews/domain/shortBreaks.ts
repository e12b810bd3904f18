import type { Episode } from '../../children/domain/episode.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  laterOf,
} from '../../kernel/dates.ts'
import { reviewClocks } from './clocks.ts'
import { type ReviewRegister, heldDays, isKeptWhenDue } from './kept.ts'

/** The most days that one short break may last, and that all may last in any twelve months. Regulation 48; CLK-REV-13. */
const [LONGEST_STAY_DAYS, MOST_DAYS_A_YEAR] = [17, 75]

/** Reasons for ceasing after which no short break can follow: adopted, died, another authority, an adult’s age, abroad. */
const FINAL_REASONS = ['E2', 'E3', 'E11', 'E12', 'E15', 'E16', 'E17']

/**
 * CLK-REV-13: the reviews of a series of short breaks, which the register alone has; and the first review that the
 * ordinary rules ask for from the first day of a stay that passed a limit of short breaks.
 */
export function shortBreakRuns(history: CareHistory, { reviews, kept }: ReviewRegister): ClockRun[] {
  const series = currentSeries(history)
  const first = series[0]
  if (!first) return []
  const held = heldDays(reviews, ['SHORT_BREAK', 'CLA'], history.asAt).filter((day) => isOnOrAfter(day, first.from))
  const last = held.at(-1)
  const clock = last ? reviewClocks.laterShortBreaks : reviewClocks.shortBreaks
  const startedBy = last
    ? { what: 'the last review of the short breaks, held', on: last }
    : { what: 'the first short break', on: first.from }
  const shared = { child: history.record.child, notBefore: null, satisfiedBy: null, endedBy: null }
  const isSatisfactionRecorded = isKeptWhenDue(kept.shortBreaks, startedBy.on, clock.limit.amount)
  const broken = brokenLimit(series, history.asAt)
  const review = broken && held.find((day) => isOnOrAfter(day, broken.stay.from))
  const ended = broken?.stay.until ?? null
  return [
    { ...shared, clock, startedBy, isSatisfactionRecorded, notes: [] },
    ...(broken
      ? [
          {
            ...shared,
            clock: reviewClocks.first,
            startedBy: { what: 'the first day of the stay that passed a limit of short breaks,', on: broken.stay.from },
            satisfiedBy: review ? { what: 'a review held', on: review } : null,
            endedBy: ended && isOnOrBefore(ended, history.asAt) ? { what: 'the end of the stay', on: ended } : null,
            isSatisfactionRecorded:
              kept.shortBreaks !== null && !broken.isAgreement && isOnOrAfter(broken.stay.from, kept.shortBreaks),
            notes: [
              broken.why,
              ...(broken.isAgreement
                ? ['The return records an agreement (V4), not each stay under it: this holds where it was one stay.']
                : []),
            ],
          },
        ]
      : []),
  ]
}

/**
 * The short breaks of the series that goes on: those with no twelve months between them, the last one that recent. An
 * agreement (V4) that ended with a reason has ended, and so has a series after which the child was looked after in full.
 */
export function currentSeries(history: CareHistory): readonly Episode[] {
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

/** A stay without a break, over however many episodes. */
interface Stay {
  from: PlainDate
  until: PlainDate | null
  isAgreement: boolean
}

function staysOf(series: readonly Episode[]): Stay[] {
  const stays: Stay[] = []
  for (const { from, until, legalStatus } of series) {
    const before = stays.at(-1)
    const isAgreement = legalStatus === 'V4'
    if (before?.until && isOnOrAfter(before.until, from)) {
      before.until = until && laterOf(before.until, until)
      before.isAgreement ||= isAgreement
    } else stays.push({ from, until, isAgreement })
  }
  return stays
}

/** The latest stay that passed a limit by `asAt`, and how; null where none did. The day on which one ends does not count. */
function brokenLimit(
  series: readonly Episode[],
  asAt: PlainDate,
): { stay: Stay; isAgreement: boolean; why: string } | null {
  const stays = staysOf(series)
  const lastOf = ({ until }: Stay): PlainDate => (until && isOnOrBefore(until, asAt) ? until : addDays(asAt, 1))
  for (const stay of stays.toReversed()) {
    const days = daysBetween(stay.from, lastOf(stay))
    if (days > LONGEST_STAY_DAYS) {
      const why = `A short break may last ${LONGEST_STAY_DAYS} days at the most; this one has lasted ${days}.`
      return { stay, isAgreement: stay.isAgreement, why }
    }
    const yearStart = addMonths(lastOf(stay), -12)
    const counted = stays.filter((one) => isBefore(one.from, lastOf(stay)) && isAfter(lastOf(one), yearStart))
    const inYear = counted.reduce(
      (sum, one) => sum + daysBetween(laterOf(one.from, yearStart), earlierOf(lastOf(one), lastOf(stay))),
      0,
    )
    if (inYear > MOST_DAYS_A_YEAR) {
      const why = `Short breaks may last ${MOST_DAYS_A_YEAR} days in any twelve months; with this stay there were ${inYear}.`
      return { stay, isAgreement: counted.some((one) => one.isAgreement), why }
    }
  }
  return null
}
