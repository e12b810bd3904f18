import { unlessCalendarTooShort } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { isAfter } from '../../../kernel/dates.ts'
import { recordsOf } from '../../../world/world.ts'
import { checks } from '../../registers/checks.ts'
import { checksOf, daysOfChecks, healthAssessments, initialHealthCountsFrom } from '../checks.ts'
import { careClocks } from '../clocks.ts'
import { type PeriodInHistory, type World, startedInYear } from '../world.ts'
import { startRecord } from './records.ts'

/** A period of care that has lasted as long as the limit, judged by its first assessment; none for a shorter one. */
function judged(world: World, inHistory: PeriodInHistory): FigureRecord[] {
  const { startedOn, endedOn } = inHistory.period
  const due = unlessCalendarTooShort(() =>
    addWorkingDays(startedOn, careClocks.initialHealth.limit.amount, world.holidays),
  )
  if (due === null || isAfter(due, world.asAt) || (endedOn !== null && !isAfter(endedOn, due))) return []
  const own = checksOf(world, inHistory.history.record.child)
  const [assessedOn] = daysOfChecks(own, healthAssessments, initialHealthCountsFrom(startedOn), world.asAt)
  const record = startRecord(inHistory)
  return [
    {
      ...record,
      due,
      counts: assessedOn !== undefined && !isAfter(assessedOn, due),
      detail: () => ({ ...record.detail(), Assessed: assessedOn?.toString() ?? null }),
    },
  ]
}

/** Initial health assessments on time. `kpi-definitions` sections 9 and 12; CLK-CPI-1. */
export const initialHealthFigure: Figure<World> = {
  id: 'health.initial_on_time',
  area: 'Health',
  label: 'Initial health assessment within 20 working days',
  unit: 'percent',
  definition:
    'Of the periods of care that started in the year and lasted 20 working days, those with a health assessment by the 20th. An assessment of the three months before counts; where none is recorded, it is not on time.',
  source: 'Register of checks',
  betterWhen: 'higher',
  records: (world) =>
    recordsOf(world, checks).some(({ kind }) => kind === 'HEALTH_ASSESSMENT_INITIAL')
      ? startedInYear(world).flatMap((inHistory) => judged(world, inHistory))
      : 'No register of initial health assessments is kept here.',
}
