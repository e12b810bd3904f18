import { started } from '../../clocks/started.ts'
import { type CareHistory, type PeriodOfCare, episodeOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import type { Clock, ClockRun } from '../../clocks/clock.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  laterOf,
  longDate,
} from '../../kernel/dates.ts'
import type { ReviewCycle } from '../../reviews/domain/cycle.ts'
import { currentSeries } from '../../reviews/domain/shortBreaks.ts'
import type { VisitArrangementFact } from '../registers/visitArrangements.ts'
import { visitClocks } from './clocks.ts'

/** What is known of the visits of social workers: to this child by the day of the history, and since when of everyone. */
export interface KnownVisits {
  days: readonly PlainDate[]
  keptSince: PlainDate | null
  /** What visits to the child depend on besides, over time. */
  arrangements: readonly VisitArrangementFact[]
}

/** Which visits are owed in a placement: the first, and how soon another after one on a day; null for no number. */
interface VisitRule {
  from: PlainDate
  what: string
  first: Clock
  after: (last: PlainDate) => Clock | null
}

/** CLK-VIS-1 to -6: the next visit to a child looked after. None where a number is not the law’s. */
export function visitRuns(
  history: CareHistory,
  period: PeriodOfCare,
  cycle: ReviewCycle,
  { days, keptSince, arrangements }: KnownVisits,
): ClockRun[] {
  const rule = ruleOf(history, period, cycle, arrangements)
  if (!rule) return []
  const { child } = history.record
  const last = days.filter((day) => isOnOrAfter(day, rule.from)).at(-1)
  if (last) {
    const clock = rule.after(last)
    return clock ? [started(clock, child, { what: 'the last visit', on: last })] : []
  }
  // A visit before the register begins may have been made: the next is due when it would be after the latest such day.
  if (keptSince && isAfter(keptSince, rule.from)) {
    const before = addDays(keptSince, -1)
    const clock = rule.after(before)
    const note = `Visits before ${longDate(keptSince)} are not in the register. If one was made the day before, this is when the next is due at the latest.`
    return clock
      ? [started(clock, child, { what: 'the last day on which an earlier visit can have been made,', on: before }, { notes: [note] })] // prettier-ignore
      : []
  }
  return [
    started(rule.first, child, { what: rule.what, on: rule.from }, { isSatisfactionRecorded: keptSince !== null }),
  ]
}

function ruleOf(
  history: CareHistory,
  period: PeriodOfCare,
  cycle: ReviewCycle,
  arrangements: readonly VisitArrangementFact[],
): VisitRule | null {
  const { asAt } = history
  const placement = placementOn(period.placements, asAt)
  const episode = episodeOn(period, asAt)
  if (!placement || !episode) return null
  const reviewedSince = (day: PlainDate) =>
    cycle.held.some((review) => review.period === period && isOnOrAfter(review.heldOn, day))
  if (placement.adoptiveFrom) {
    const from = placement.adoptiveFrom
    const isOver = reviewedSince(from)
    return { from, what: 'being placed for adoption', first: visitClocks.adoptive, after: () => (isOver ? null : visitClocks.adoptive) } // prettier-ignore
  }
  const holds = (asked: VisitArrangementFact['kind']) =>
    arrangements.some(
      ({ kind, from, to }) => kind === asked && isOnOrBefore(from, asAt) && (to === null || isAfter(to, asAt)),
    )
  const untilReviewed = (first: Clock, later: Clock): VisitRule => ({
    from: placement.from,
    what: 'the start of the placement',
    first,
    after: () => (reviewedSince(placement.from) ? later : first),
  })
  if (holds('BEFORE_ASSESSMENT')) return untilReviewed(visitClocks.beforeAssessment, visitClocks.beforeAssessmentLater)
  if (holds('TEMPORARY_APPROVAL'))
    return untilReviewed(visitClocks.temporaryApproval, visitClocks.temporaryApprovalLater)
  const isAtHome = placement.type === 'P1'
  if (isAtHome && episode.legalStatus === 'C1') {
    const { interimOrderAtHome, interimOrderAtHomeLater } = visitClocks
    const isWeekly = !reviewedSince(period.startedOn)
    const later = isWeekly ? interimOrderAtHome : interimOrderAtHomeLater
    return { from: placement.from, what: 'the start of the placement', first: interimOrderAtHome, after: () => later }
  }
  if (isAtHome && episode.legalStatus === 'C2') {
    const from = laterOf(placement.from, statusSince(period, asAt))
    const { careOrderAtHome, careOrderAtHomeLater } = visitClocks
    return { from, what: 'living at home under the order', first: careOrderAtHome, after: () => careOrderAtHomeLater }
  }
  const isLongTerm = ['U1', 'U4'].includes(placement.type)
  return {
    from: placement.from,
    what: 'the start of the placement',
    first: visitClocks.first,
    // An interval is that of the day on which it begins.
    after: (last) => {
      if (!isLongTerm || isBefore(last, addMonths(placement.from, 12))) return visitClocks.firstYear
      return holds('SIX_MONTHLY') ? visitClocks.agreedWithChild : visitClocks.longTerm
    },
  }
}

/** Since when the legal status of a day has held without a break. */
function statusSince(period: PeriodOfCare, day: PlainDate): PlainDate {
  let since = period.startedOn
  let status = ''
  for (const { from, legalStatus } of period.episodes) {
    if (isAfter(from, day)) break
    if (legalStatus !== status) since = from
    status = legalStatus
  }
  return since
}

/** CLK-VIS-7: visits to a child in short breaks, on days when the child is placed. */
export function shortBreakVisitRuns(
  history: CareHistory,
  { days, keptSince }: Pick<KnownVisits, 'days' | 'keptSince'>,
): ClockRun[] {
  const series = currentSeries(history)
  const first = series[0]
  if (!first) return []
  const isPlacedOn = (day: PlainDate) =>
    series.some(({ from, until }) => isOnOrBefore(from, day) && (until === null || !isBefore(until, day)))
  const last = days.filter((day) => isOnOrAfter(day, first.from) && isPlacedOn(day)).at(-1)
  const { shortBreaks, shortBreaksLater } = visitClocks
  return [
    last
      ? started(shortBreaksLater, history.record.child, { what: 'the last visit', on: last })
      : started(
          shortBreaks,
          history.record.child,
          { what: 'the first short break', on: first.from },
          { isSatisfactionRecorded: keptSince !== null && isOnOrAfter(first.from, keptSince) },
        ),
  ]
}
