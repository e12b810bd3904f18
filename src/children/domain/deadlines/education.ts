import { isOfSchoolAge, schoolTermOf } from '../../../calendar/schoolTerms.ts'
import type { ClockRun } from '../../../clocks/clock.ts'
import { daysBetween, isBefore } from '../../../kernel/dates.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import { type KnownChecks, metByCheck, run } from './run.ts'

/**
 * The plan of the current school term, of a child who was looked after before it began. It lapses when the next term
 * begins; what was started in the term has limits of its own. CLK-CPI-6.
 */
export function termlyPlanRuns(history: CareHistory, period: PeriodOfCare, known: KnownChecks): ClockRun[] {
  const { record, asAt } = history
  const term = schoolTermOf(asAt)
  if (!record.bornOn || !isOfSchoolAge(record.bornOn, asAt) || !isBefore(period.startedOn, term.firstDay)) return []
  const clock = {
    ...careClocks.educationPlanTerm,
    limit: { amount: daysBetween(term.firstDay, term.lastDay), unit: 'calendar_days' },
    rule: `in every school term, so by the end of the ${term.name} term`,
  } as const
  const start = run(history, clock, { what: `the start of the ${term.name} term`, on: term.firstDay })
  return [metByCheck(start, known, ['PEP'], { from: term.firstDay, asAt })]
}
