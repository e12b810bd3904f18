import { iroAppointmentSetting } from '../../settings.ts'
import { ageOn } from '../../../calendar/age.ts'
import { type ClockRun, withOwnLimit } from '../../../clocks/clock.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { type PlainDate, addMonths, isAfter } from '../../../kernel/dates.ts'
import type { Settings } from '../../../settings/settings.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import { isRemand } from './remand.ts'
import { initialHealthCountsFrom, healthAssessments } from '../checks.ts'
import type { CheckKind } from '../../registers/checks.ts'
import { type KnownChecks, metByCheck, run } from './run.ts'

/** What becoming looked after starts: only where that start is recorded. */
export function onStarting(
  history: CareHistory,
  period: PeriodOfCare,
  settings: Settings,
  known: KnownChecks,
): ClockRun[] {
  if (!period.isStartRecorded) return []
  const { startedOn } = period
  const started = { what: 'becoming looked after', on: startedOn }
  const named = withOwnLimit(careClocks.iroAppointed, iroAppointmentSetting.of(settings), 'of becoming looked after')
  const checked = (start: ClockRun, kinds: readonly CheckKind[], from = startedOn) =>
    metByCheck(start, known, kinds, { from, asAt: history.asAt })
  const carePlan = run(history, careClocks.carePlan, { what: 'the start of the first placement', on: startedOn })
  // Before the child is first placed, or soon after: a plan of an earlier period of care is none of this one.
  const planCountsFrom = history.periods[period.number - 2]?.endedOn ?? addMonths(startedOn, -MONTHS_PLANNED_AHEAD)
  const placementPlan = run(history, careClocks.placementPlan, {
    what: 'the start of the first placement',
    on: startedOn,
  })
  return [
    run(history, named, started),
    // A care plan includes the placement plan (regulation 5). Where none is recorded, that one alone may have been made.
    { ...checked(placementPlan, ['CARE_PLAN'], planCountsFrom), isSatisfactionRecorded: false },
    ...(isRemand(period.episodes[0]) ? [] : [checked(carePlan, ['CARE_PLAN'], planCountsFrom)]),
    ...(wasAssessedSince(history, startedOn)
      ? []
      : [
          checked(
            run(history, careClocks.initialHealth, started),
            healthAssessments,
            initialHealthCountsFrom(startedOn),
          ),
        ]),
    ...(isOfSchoolAge(history, startedOn)
      ? [careClocks.educationPlanStarted, careClocks.educationPlanReady].map((clock) =>
          checked(run(history, clock, started), ['PEP']),
        )
      : []),
    checked(run(history, careClocks.permanence, started), ['PERMANENCE_PLAN']),
  ]
}

const MONTHS_PLANNED_AHEAD = 3

/** Whether the return tells of an assessment since: a later one supersedes the initial one, of which nobody knows then. */
const wasAssessedSince = ({ record: { health } }: CareHistory, day: PlainDate): boolean =>
  health.some(
    ({ year, hadHealthAssessment }) => hadHealthAssessment === true && isAfter(reportingYear(year).firstDay, day),
  )

/** Reception to 17: education plans begin at statutory school age and by practice go on after it. CLK-CPI-6. */
function isOfSchoolAge({ record: { bornOn } }: CareHistory, day: PlainDate): boolean {
  if (!bornOn) return false
  const age = ageOn(bornOn, day)
  return age >= 4 && age <= 17
}
