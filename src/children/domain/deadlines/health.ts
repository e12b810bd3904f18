import { ageOn, birthday } from '../../../calendar/age.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import type { Clock, ClockRun } from '../../../clocks/clock.ts'
import { type PlainDate, addDays, addMonths, isAfter, isBefore, laterOf } from '../../../kernel/dates.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import type { HealthFact } from '../record.ts'
import type { CheckKind } from '../../registers/checks.ts'
import { areKeptOn, daysOfChecks, healthAssessments, initialHealthCountsFrom } from '../checks.ts'
import { type KnownChecks, run } from './run.ts'

/** When a yearly check was last made, as far as OC2 or the register of checks tells. */
interface LastCheck {
  /** The first day on which it can have been made. */
  from: PlainDate
  /** The latest day on which it can have been made. */
  on: PlainDate
  what: string
  /** To be said with it; empty for nothing. */
  note: string
  /** Whether it is known that none was made since: what fell due is overdue for certain. */
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
    const { name, firstDay, lastDay } = reportingYear(made.year)
    return {
      from: firstDay,
      on: lastDay,
      what: `the end of ${name}, in which the last one is recorded,`,
      note: 'The return says in which year it was done, not on which day: this is the latest date on which the next can be due.',
      isKnownMissed: newest !== made,
    }
  }
  if (!newest) return null
  const since = reportingYear(newest.year)
  const on = laterOf(addDays(since.firstDay, -1), period.startedOn)
  return {
    from: on,
    on,
    what: `the last day before ${since.name}, in which none is recorded,`,
    note: `The return for ${since.name} records none: this is the latest date on which it can have been due.`,
    isKnownMissed: true,
  }
}

/** The later of what the return tells and what the register has, which says the very day. */
function laterCheck(
  ofReturn: LastCheck | null,
  { own }: KnownChecks,
  kinds: readonly CheckKind[],
  from: PlainDate,
  asAt: PlainDate,
): LastCheck | null {
  const on = daysOfChecks(own, kinds, from, asAt).at(-1)
  if (!on || (ofReturn && isBefore(on, ofReturn.from))) return ofReturn
  return { from: on, on, what: 'the last one recorded,', note: '', isKnownMissed: true }
}

/** Assessments, dental checks and questionnaires. CLK-CPI-2, -3 and -5. */
export function healthRuns(history: CareHistory, period: PeriodOfCare, known: KnownChecks): ClockRun[] {
  const { bornOn, health } = history.record
  const runs: ClockRun[] = []
  const last = (kinds: readonly CheckKind[], from: PlainDate, wasMade: (fact: HealthFact) => boolean | null) =>
    laterCheck(lastCheck(health, period, wasMade), known, kinds, from, history.asAt)
  const yearly = (clock: Clock, kinds: readonly CheckKind[], lastOne: LastCheck | null) => {
    const startedBy = lastOne ?? { on: period.startedOn, what: 'becoming looked after' }
    const notes = lastOne?.note ? [lastOne.note] : []
    const asked = lastOne || clock !== careClocks.dental ? clock : careClocks.firstDental
    const isKept = areKeptOn(known.kept, kinds, addMonths(startedBy.on, asked.limit.amount))
    const isKnown = isKept || (lastOne?.isKnownMissed ?? false)
    runs.push(run(history, asked, { what: startedBy.what, on: startedBy.on }, isKnown, notes))
  }
  const yearBefore = addMonths(period.startedOn, -12)
  const lastAssessment = last(
    healthAssessments,
    initialHealthCountsFrom(period.startedOn),
    (fact) => fact.hadHealthAssessment,
  )
  if (bornOn && lastAssessment) {
    yearly(reviewHealthClock(bornOn, lastAssessment.on), ['HEALTH_ASSESSMENT_REVIEW'], lastAssessment)
  }
  const lastTeeth = last(['DENTAL_CHECK'], yearBefore, (fact) => fact.hadTeethCheck)
  yearly(careClocks.dental, ['DENTAL_CHECK'], lastTeeth)
  const lastScore = last(['SDQ'], yearBefore, (fact) => fact.sdqScore !== null)
  const nextScoreBy = addMonths(lastScore?.on ?? period.startedOn, careClocks.sdq.limit.amount)
  if (bornOn && isOfSdqAge(bornOn, history.asAt) && isOfSdqAge(bornOn, nextScoreBy)) {
    yearly(careClocks.sdq, ['SDQ'], lastScore)
  }
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
