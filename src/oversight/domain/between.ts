import { started } from '../../clocks/started.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import { isAdultOn } from '../../children/domain/world.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, addDays, daysBetween, isAfter, isOnOrAfter, isWithin, laterOf } from '../../kernel/dates.ts'
import type { HeldReview, ReviewCycle } from '../../reviews/domain/cycle.ts'
import type { Settings } from '../../settings/settings.ts'
import type { ContactPlanFact } from '../registers/contactPlans.ts'
import type { OversightEntry } from '../registers/oversight.ts'
import type { RatingFact, ratingWords } from '../registers/ratings.ts'
import { type ReviewRequestFact, reviewTriggers } from '../registers/reviewRequests.ts'
import { childToldSetting, footprintSetting, midpointSetting, ratingSetting } from '../settings.ts'
import { oversightClocks } from './clocks.ts'
import { isContact, isOfKind } from './entries.ts'
import { quarterOf } from './quarters.ts'
import { ofAuthority } from './ofAuthority.ts'

/** What there is of a child looked after on the day of its history: entries, ratings and plans of no later day. */
export interface Overseen {
  history: CareHistory
  period: PeriodOfCare
  cycle: ReviewCycle
  settings: Settings
  entries: readonly OversightEntry[]
  ratings: readonly RatingFact[]
  plans: readonly ContactPlanFact[]
  contactsKeptSince: PlainDate | null
}

const lastReview = ({ cycle, period }: Overseen): HeldReview | undefined =>
  cycle.held.findLast((review) => review.period === period)

/** A rating that holds, and since when. */
export interface Rated {
  rating: keyof typeof ratingWords
  on: PlainDate
  what: string
}

/** The rating of the last review, or the one it was changed to since; null where neither is recorded. */
export function ratingNow(of: Overseen): Rated | null {
  const review = lastReview(of)
  const changed = of.ratings.findLast(({ on }) => isOnOrAfter(on, review?.heldOn ?? of.period.startedOn))
  if (changed) return { rating: changed.rating, on: changed.on, what: `the change of the rating to ${changed.rating.toLowerCase()},` } // prettier-ignore
  const rating = review?.details?.rag ?? null
  return review && rating ? { rating, on: review.heldOn, what: 'the review at which it was rated, held' } : null
}

const noted = (entry: OversightEntry | undefined) => entry && { what: 'an entry', on: entry.on }

/** CLK-OVR-1: halfway to the day by which the next review is due, or so many days either side. */
export function midpointRuns(of: Overseen): ClockRun[] {
  const { whom, windowDays, source } = midpointSetting.of(of.settings)
  if (whom === 'none' || (whom === 'green' && ratingNow(of)?.rating !== 'GREEN')) return []
  const last = lastReview(of)
  const next = of.cycle.awaited.find(({ period }) => period === of.period)?.obligations[0]?.due
  if (!last || !next) return []
  const days = Math.floor(daysBetween(last.heldOn, next) / 2)
  if (days < 1) return []
  const target = addDays(last.heldOn, days)
  const notBefore = laterOf(addDays(target, -windowDays), addDays(last.heldOn, 1))
  const { midpoint } = oversightClocks
  return [
    started(
      ofAuthority(midpoint, days, midpoint.rule, source),
      of.history.record.child,
      { what: 'the last review, held', on: last.heldOn },
      {
        notBefore,
        inTimeUntil: addDays(target, windowDays),
        satisfiedBy:
          noted(of.entries.filter(isOfKind('MIDPOINT')).find(({ on }) => isOnOrAfter(on, notBefore))) ?? null,
      },
    ),
  ]
}

/** CLK-OVR-2: what red and amber ask for; green is checked midway. */
export function ratingRuns(of: Overseen): ClockRun[] {
  const rule = ratingSetting.of(of.settings)
  const rated = rule.isOn ? ratingNow(of) : null
  if (!rated || rated.rating === 'GREEN') return []
  const isRed = rated.rating === 'RED'
  const since = of.entries.filter((entry) => isAfter(entry.on, rated.on) && entry.kind !== 'PRE_MEETING')
  const notBefore = isRed || rule.isEarlyEnough ? null : addDays(rated.on, rule.amberFromDays)
  const clock = isRed
    ? ofAuthority(oversightClocks.red, rule.redDays, `within ${rule.redDays} days of the rating`, rule.source)
    : ofAuthority(
        oversightClocks.amber,
        rule.amberToDays,
        `between ${rule.amberFromDays} and ${rule.amberToDays} days after the rating`,
        rule.source,
      )
  const entry = since.find(({ on }) => notBefore === null || isOnOrAfter(on, notBefore))
  return [
    started(clock, of.history.record.child, { what: rated.what, on: rated.on }, { notBefore, satisfiedBy: noted(entry) ?? null }), // prettier-ignore
  ]
}

/** CLK-OVR-3: an entry in the quarter, for a child who is looked after at its end and for so many days of it. */
export function quarterRuns(of: Overseen): ClockRun[] {
  const rule = footprintSetting.of(of.settings)
  const quarter = quarterOf(of.history.asAt)
  const { record } = of.history
  if (!rule.isOn || isAdultOn(record, quarter.lastDay)) return []
  const from = laterOf(of.period.startedOn, quarter.firstDay)
  if (daysBetween(from, quarter.lastDay) < rule.minimumDays) return []
  const clock = ofAuthority(
    oversightClocks.quarter,
    daysBetween(quarter.firstDay, quarter.lastDay),
    `at least once in every quarter, so by the end of ${quarter.words}`,
    rule.source,
  )
  const inQuarter = ({ on }: { on: PlainDate }) => isWithin(on, quarter.firstDay, quarter.lastDay)
  const review = rule.doesReviewCount && of.cycle.held.find(({ heldOn }) => inQuarter({ on: heldOn }))
  const met = noted(of.entries.find(inQuarter)) ?? (review ? { what: 'a review, held', on: review.heldOn } : null)
  return [
    started(clock, record.child, { what: 'the start of the quarter', on: quarter.firstDay }, { satisfiedBy: met }),
  ]
}

/** CLK-OVR-9: the next contact, by the plan that the child and the IRO have agreed. */
export function contactPlanRuns(of: Overseen): ClockRun[] {
  const { asAt, record } = of.history
  const plan = of.plans.find(({ from, to }) => !isAfter(from, asAt) && (to === null || isAfter(to, asAt)))
  if (!plan) return []
  const last = of.entries.filter(isContact).at(-1)
  const startedBy =
    last && isOnOrAfter(last.on, plan.from)
      ? { what: 'the last contact', on: last.on }
      : { what: 'agreeing the plan', on: plan.from }
  const weeks = plan.everyWeeks === 1 ? 'every week' : `every ${plan.everyWeeks} weeks`
  const rule = `at least ${weeks}, as the child and the IRO have agreed`
  return [started(ofAuthority(oversightClocks.contactPlan, 7 * plan.everyWeeks, rule, ''), record.child, startedBy)]
}

/** CLK-IRO-3: the IRO meets the child before the first review. */
export function firstMeetingRuns(of: Overseen): ClockRun[] {
  const { period, history } = of
  if (!period.isStartRecorded || lastReview(of)) return []
  const met = of.entries.filter(isContact).find(({ on }) => isOnOrAfter(on, period.startedOn))
  const isKept = of.contactsKeptSince !== null && isOnOrAfter(period.startedOn, of.contactsKeptSince)
  return [
    started(
      oversightClocks.iroMeets,
      history.record.child,
      { what: 'becoming looked after', on: period.startedOn },
      { satisfiedBy: noted(met) ?? null, isSatisfactionRecorded: isKept || met !== undefined },
    ),
  ]
}

/** CLK-IRO-2: the child hears who the IRO is, from the day on which this one was named. */
export function childToldRuns(of: Overseen, namedOn: PlainDate | null): ClockRun[] {
  const rule = childToldSetting.of(of.settings)
  if (!rule.isOn || namedOn === null) return []
  const { workingDays, source } = rule
  const words = `within ${workingDays} working days of the IRO being named`
  const told = of.entries.filter(isContact).find(({ on }) => isOnOrAfter(on, namedOn))
  return [
    started(
      ofAuthority(oversightClocks.childTold, workingDays, words, source),
      of.history.record.child,
      { what: 'the IRO being named', on: namedOn },
      { satisfiedBy: noted(told) ?? null },
    ),
  ]
}

/** CLK-REV-7: each review that was asked for before it was due, until one is held. */
export function reviewRequestRuns(of: Overseen, requests: readonly ReviewRequestFact[]): ClockRun[] {
  const { asAt, record } = of.history
  return requests
    .filter(({ askedOn }) => !isAfter(askedOn, asAt) && isOnOrAfter(askedOn, of.period.startedOn))
    .filter(({ withdrawnOn }) => withdrawnOn === null || isAfter(withdrawnOn, asAt))
    .map(({ askedOn, by, trigger }) => {
      const held = of.cycle.held.find(
        ({ period, heldOn }) => period === of.period && isOnOrAfter(heldOn, askedOn) && !isAfter(heldOn, asAt),
      )
      const clock = { ...oversightClocks.reviewAsked, limit: { amount: daysBetween(askedOn, by), unit: 'calendar_days' as const } } // prettier-ignore
      return started(
        clock,
        record.child,
        { what: 'being asked for', on: askedOn },
        {
          satisfiedBy: held ? { what: 'a review, held', on: held.heldOn } : null,
          notes: [`${reviewTriggers[trigger]}.`],
        },
      )
    })
}
