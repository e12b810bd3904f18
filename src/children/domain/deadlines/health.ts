import { ageOn, birthday } from '../../../calendar/age.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import type { Clock, ClockRun } from '../../../clocks/clock.ts'
import { type PlainDate, addDays, addMonths, isAfter, isBefore, laterOf } from '../../../kernel/dates.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import type { HealthFact } from '../record.ts'
import { run } from './run.ts'

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

/** Assessments, dental checks and questionnaires. CLK-CPI-2, -4 and -5. */
export function healthRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
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
