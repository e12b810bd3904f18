import { iroAppointmentSetting } from '../settings.ts'
import { ageOn, birthday } from '../../calendar/age.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isWithin,
  laterOf,
  longDate,
} from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Allocated, firstAllocatedOn } from './allocations.ts'
import { careClocks } from './clocks.ts'
import type { Episode } from './episode.ts'
import { type CareHistory, type PeriodOfCare, periodOn } from './history.ts'
import type { HealthFact } from './record.ts'

/** What the clocks on a child's care are read from, beside the child's history. */
export interface CareRules {
  settings: Settings
  /** The child's own, past ones included; null where no register of allocations is kept. */
  allocations: readonly Allocated[] | null
  /** The child's own, as the register has them. */
  reviews: readonly ReviewOfPlans[]
  /** Since when reviews record whether there is a permanence plan; null where none does. */
  permanenceKeptSince: PlainDate | null
}

/** What a review records of the plans and checks that clocks ask for. */
export interface ReviewOfPlans {
  status: 'PLANNED' | 'HELD' | 'CANCELLED'
  heldOn: PlainDate | null
  healthAssessmentCurrent: boolean | null
  pepCurrent: boolean | null
  pathwayPlanCurrent: boolean | null
  permanencePlan: boolean | null
  carePlanCurrent: boolean | null
}

/**
 * The clocks on the care of a child looked after on the day of the history, reviews aside. None for a child who has
 * turned 18. The return says of most only when they start: those are shown until they are due and never called overdue.
 */
export function careRuns(history: CareHistory, rules: CareRules): ClockRun[] {
  const { bornOn } = history.record
  const period = periodOn(history, history.asAt)
  if (!period || (bornOn && isOnOrBefore(birthday(bornOn, 18), history.asAt))) return []
  return [
    ...onStarting(history, period, rules),
    ...remandRuns(history, period),
    ...healthRuns(history, period),
    ...(bornOn ? pathwayPlanRuns(history, bornOn) : []),
  ].map((run) => answeredBy(run, period, history.asAt, rules))
}

/** What a review of the period records of what a clock asks for. */
const answers: Readonly<Partial<Record<Clock['id'], Exclude<keyof ReviewOfPlans, 'status' | 'heldOn'>>>> = {
  'CLK-CPI-1': 'healthAssessmentCurrent',
  'CLK-CPI-6': 'pepCurrent',
  'CLK-CPI-7': 'pathwayPlanCurrent',
  'CLK-CPI-8': 'permanencePlan',
  'CLK-CPI-11': 'carePlanCurrent',
}

/**
 * A run with what the register's reviews say of it: met on the day of the first review since its start that says yes.
 * That there is no permanence plan is known, too, wherever they are recorded; a no to anything else is one of that day.
 */
function answeredBy(
  run: ClockRun,
  period: PeriodOfCare,
  asAt: PlainDate,
  { reviews, permanenceKeptSince }: CareRules,
): ClockRun {
  const asked = answers[run.clock.id]
  if (asked === undefined || run.satisfiedBy) return run
  const isPermanence = asked === 'permanencePlan'
  // A permanence plan may stand from any review of the period; what else is current was so on the day.
  const from = isPermanence ? period.startedOn : run.startedBy.on
  const given = reviews.flatMap(({ status, heldOn, [asked]: answer }) =>
    status !== 'CANCELLED' && heldOn && answer !== null && isWithin(heldOn, from, asAt) ? [{ heldOn, answer }] : [],
  )
  const met = given.filter(({ answer }) => answer).sort((a, b) => compareDates(a.heldOn, b.heldOn))[0]
  if (met) return { ...run, satisfiedBy: { what: 'a review that records it, held', on: met.heldOn } }
  if (!isPermanence) return run
  const due = addMonths(run.startedBy.on, careClocks.permanence.limit.amount)
  const isKept = permanenceKeptSince !== null && isOnOrAfter(due, permanenceKeptSince)
  return { ...run, isSatisfactionRecorded: isKept || given.length > 0 }
}

const run = (
  history: CareHistory,
  clock: Clock,
  startedBy: ClockEvent,
  isSatisfactionRecorded = false,
  notes: readonly string[] = [],
): ClockRun => ({
  clock,
  child: history.record.child,
  startedBy,
  notBefore: null,
  satisfiedBy: null,
  endedBy: null,
  isSatisfactionRecorded,
  notes,
})

/** What becoming looked after starts: only where that start is recorded. */
function onStarting(history: CareHistory, period: PeriodOfCare, rules: CareRules): ClockRun[] {
  if (!period.isStartRecorded) return []
  const started = { what: 'becoming looked after', on: period.startedOn }
  const days = iroAppointmentSetting.of(rules.settings)
  const named: Clock =
    days === careClocks.iroAppointed.limit.amount
      ? careClocks.iroAppointed
      : {
          ...careClocks.iroAppointed,
          limit: { amount: days, unit: 'working_days' },
          rule: `within ${days} working days of becoming looked after, by the authority’s own rule`,
          confidence: 'local practice',
        }
  return [
    appointmentRun(history, named, started, rules),
    ...(isRemand(period.episodes[0])
      ? []
      : [run(history, careClocks.carePlan, { what: 'the start of the first placement', on: period.startedOn })]),
    run(history, careClocks.initialHealth, started),
    ...(isOfSchoolAge(history, period.startedOn)
      ? [run(history, careClocks.educationPlanStarted, started), run(history, careClocks.educationPlanReady, started)]
      : []),
    run(history, careClocks.permanence, started),
  ]
}

/** Where allocations are kept here, they show whether an IRO was named in time. */
function appointmentRun(
  history: CareHistory,
  clock: Clock,
  startedBy: ClockEvent,
  { allocations }: CareRules,
): ClockRun {
  if (allocations === null) return run(history, clock, startedBy)
  const on = firstAllocatedOn(allocations, startedBy.on, history.asAt)
  return { ...run(history, clock, startedBy, true), satisfiedBy: on && { what: 'an officer allocated', on } }
}

const isRemand = (episode: Episode | undefined): boolean => episode?.legalStatus === 'J1'

/** Youth detention accommodation, for a child who is there by remand: a secure children’s home is. CLK-REV-18. */
const isYouthDetention = ({ placementType }: Episode): boolean => placementType === 'R5' || placementType === 'K1'

/**
 * CLK-REV-18, while the remand lasts: in youth detention accommodation a detention placement plan, also of a child who
 * was looked after before; elsewhere a care plan, of a child looked after by the remand alone.
 */
function remandRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
  const latestFirst = [...period.episodes].reverse()
  const sinceOther = latestFirst.findIndex((episode) => !isRemand(episode))
  const remand = sinceOther === -1 ? latestFirst : latestFirst.slice(0, sinceOther)
  if (remand.length === 0) return []
  const sinceElsewhere = remand.findIndex((episode) => !isYouthDetention(episode))
  const detained = sinceElsewhere === -1 ? remand : remand.slice(0, sinceElsewhere)
  const detainedSince = detained.at(-1)
  if (detainedSince) {
    return [run(history, careClocks.detentionPlacementPlan, { what: 'the remand', on: detainedSince.from })]
  }
  const isByRemandAlone = sinceOther === -1 && period.isStartRecorded
  return isByRemandAlone ? [run(history, careClocks.remandCarePlan, { what: 'the remand', on: period.startedOn })] : []
}

/** Reception to 17: education plans begin at statutory school age and by practice go on after it. CLK-CPI-6. */
function isOfSchoolAge({ record: { bornOn } }: CareHistory, day: PlainDate): boolean {
  if (!bornOn) return false
  const age = ageOn(bornOn, day)
  return age >= 4 && age <= 17
}

/** When a yearly check was last made, as far as OC2 tells. */
interface LastCheck {
  /** The latest day on which it can have been made. */
  on: PlainDate
  what: string
  note: string
  /** Whether OC2 says that none was made in the twelve months after: what fell due in them is overdue for certain. */
  isKnownMissed: boolean
}

/**
 * OC2 says by the year whether a check was made, not on which day: the latest day possible is taken, so that the
 * deadline is the latest possible too.
 */
function lastCheck(
  facts: readonly HealthFact[],
  period: PeriodOfCare,
  wasMade: (fact: HealthFact) => boolean | null,
): LastCheck | null {
  const inPeriod = facts.filter((fact) => isAfter(reportingYear(fact.year).lastDay, period.startedOn))
  const latest = inPeriod.filter((fact) => wasMade(fact) !== null).sort((a, b) => b.year - a.year)
  const made = latest.find((fact) => wasMade(fact))
  const newest = latest[0]
  if (made) {
    const { name, lastDay } = reportingYear(made.year)
    return {
      on: lastDay,
      what: `the end of ${name}, in which the last one is recorded,`,
      note: 'The return says in which year it was done, not on which day: this is the latest date on which the next can be due.',
      isKnownMissed: newest !== made,
    }
  }
  if (!newest) return null
  const since = reportingYear(newest.year)
  return {
    on: laterOf(addDays(since.firstDay, -1), period.startedOn),
    what: `the last day before ${since.name}, in which none is recorded,`,
    note: `The return for ${since.name} records none: this is the latest date on which it can have been due.`,
    isKnownMissed: true,
  }
}

function healthRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
  const { bornOn, health } = history.record
  const runs: ClockRun[] = []
  const yearly = (clock: Clock, last: LastCheck | null) => {
    const startedBy = last ?? { on: period.startedOn, what: 'becoming looked after' }
    const notes = last ? [last.note] : []
    const asked = last || clock !== careClocks.dental ? clock : careClocks.firstDental
    runs.push(run(history, asked, { what: startedBy.what, on: startedBy.on }, last?.isKnownMissed ?? false, notes))
  }
  const lastAssessment = lastCheck(health, period, (fact) => fact.hadHealthAssessment)
  if (bornOn && lastAssessment) yearly(reviewHealthClock(bornOn, lastAssessment.on), lastAssessment)
  yearly(
    careClocks.dental,
    lastCheck(health, period, (fact) => fact.hadTeethCheck),
  )
  const lastScore = lastCheck(health, period, (fact) => fact.sdqScore !== null)
  const nextScoreBy = addMonths(lastScore?.on ?? period.startedOn, careClocks.sdq.limit.amount)
  if (bornOn && isOfSdqAge(bornOn, history.asAt) && isOfSdqAge(bornOn, nextScoreBy)) yearly(careClocks.sdq, lastScore)
  return runs
}

/** Ages 4 to 16, both included: none is owed on a day past them. CLK-CPI-5. */
const isOfSdqAge = (bornOn: PlainDate, day: PlainDate): boolean => {
  const age = ageOn(bornOn, day)
  return age >= 4 && age <= 16
}

/**
 * Which interval runs from an assessment: 6 months under 5, unless the child turns 5 before they end; then 12.
 * CLK-CPI-2.
 */
export function reviewHealthClock(bornOn: PlainDate, lastAssessedOn: PlainDate): Clock {
  const fifthBirthday = birthday(bornOn, 5)
  const isUnder5Throughout = isBefore(addMonths(lastAssessedOn, 6), fifthBirthday)
  return isUnder5Throughout ? careClocks.reviewHealthUnder5 : careClocks.reviewHealth
}

const DAYS_TO_BE_ELIGIBLE = 13 * 7

/**
 * The day on which a child becomes eligible: looked after for 13 weeks in all since the 14th birthday, and on or after
 * the 16th; null if not by `asAt`. CLK-REV-20, CLK-CPI-7.
 */
export function eligibleOn(history: CareHistory, bornOn: PlainDate): PlainDate | null {
  const [fourteen, sixteen] = [birthday(bornOn, 14), birthday(bornOn, 16)]
  let days = 0
  for (const period of history.periods) {
    const from = laterOf(period.startedOn, fourteen)
    const until = period.endedOn ?? addDays(history.asAt, 1)
    if (!isBefore(from, until)) continue
    const missing = Math.max(0, DAYS_TO_BE_ELIGIBLE - days)
    days += daysBetween(from, until)
    if (days < DAYS_TO_BE_ELIGIBLE || isOnOrBefore(until, sixteen)) continue
    return laterOf(laterOf(addDays(from, Math.max(0, missing - 1)), sixteen), period.startedOn)
  }
  return null
}

function pathwayPlanRuns(history: CareHistory, bornOn: PlainDate): ClockRun[] {
  const eligible = eligibleOn(history, bornOn)
  if (!eligible || isAfter(eligible, history.asAt)) return []
  const sixteen = birthday(bornOn, 16)
  const isFromBirthday = isOnOrAfter(sixteen, eligible)
  return [
    run(
      history,
      careClocks.pathwayPlan,
      { what: isFromBirthday ? 'the sixteenth birthday' : 'becoming eligible', on: laterOf(eligible, sixteen) },
      false,
      isFromBirthday ? [] : [`The sixteenth birthday was on ${longDate(sixteen)}.`],
    ),
  ]
}
