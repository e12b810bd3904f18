import { iroAppointmentSetting } from '../../settings.ts'
import { ageOn } from '../../../calendar/age.ts'
import { type ClockRun, withOwnLimit } from '../../../clocks/clock.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Settings } from '../../../settings/settings.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import { isRemand } from './remand.ts'
import { run } from './run.ts'

/** What becoming looked after starts: only where that start is recorded. */
export function onStarting(history: CareHistory, period: PeriodOfCare, settings: Settings): ClockRun[] {
  if (!period.isStartRecorded) return []
  const started = { what: 'becoming looked after', on: period.startedOn }
  const named = withOwnLimit(careClocks.iroAppointed, iroAppointmentSetting.of(settings), 'of becoming looked after')
  return [
    run(history, named, started),
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

/** Reception to 17: education plans begin at statutory school age and by practice go on after it. CLK-CPI-6. */
function isOfSchoolAge({ record: { bornOn } }: CareHistory, day: PlainDate): boolean {
  if (!bornOn) return false
  const age = ageOn(bornOn, day)
  return age >= 4 && age <= 17
}
