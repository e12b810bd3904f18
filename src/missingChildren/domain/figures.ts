import { isInYear } from '../../calendar/reportingYear.ts'
import { type World, historyOf, wasLookedAfterOn } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { addDays, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { momentAt } from '../../kernel/localTimes.ts'
import { recordsOf } from '../../world/world.ts'
import { type MissingReturnFact, missingReturns } from '../registers/missingReturns.ts'
import { dayAndTime, isWithin72Hours, lastMoment } from './times.ts'

/** A return as a record of its interview; none for one not from care, of another year, or whose time is not over yet. */
function interviewRecord(world: World, row: MissingReturnFact): FigureRecord[] {
  const history = historyOf(world, row.child)
  if (!history || !wasLookedAfterOn(history, row.missingFrom)) return []
  const fact = history.record.missing.find(({ from }) => isSameDay(from, row.missingFrom))
  if (fact && fact.kind !== 'M') return []
  const back = row.returnedAt === null ? null : dayAndTime(row.returnedAt)
  const endedOn = back?.on ?? fact?.to ?? null
  if (!endedOn || !isInYear(endedOn, world.year) || isAfter(endedOn, world.asAt)) return []
  const held = row.interviewHeldAt
  const isSeen = held !== null && isOnOrBefore(dayAndTime(held).on, world.asAt)
  const endOfDay = momentAt(addDays(world.asAt, 1), '00:00').epochMilliseconds
  const isTimeLeft = back !== null && lastMoment(back).epochMilliseconds >= endOfDay
  if (!isSeen && row.declined !== true && isTimeLeft) return []
  return [
    {
      child: row.child,
      kind: 'missing episode',
      date: endedOn,
      due: null,
      counts: isSeen && row.returnedAt !== null && isWithin72Hours(row.returnedAt, held),
      key: null,
      detail: () => ({
        'Missing from': row.missingFrom.toString(),
        Returned: row.returnedAt,
        'Interview offered': row.interviewOfferedAt,
        'Interview held': row.interviewHeldAt,
        Declined: row.declined,
      }),
    },
  ]
}

/** Figures of return interviews. `kpi-definitions` sections 9 and 12. */
export const missingInterviewFigures: readonly Figure<World>[] = [
  {
    id: 'missing.rhi_in_72h',
    area: 'Missing',
    label: 'Return interviews held within 72 hours',
    unit: 'percent',
    definition:
      'Of the missing episodes from care that ended in the year and are in the register of returns, those with an interview held within 72 hours of the return. One that was declined or is not recorded is not held; one whose 72 hours are not over is left out.',
    source: 'Register of missing returns; statutory guidance on children who run away or go missing (2014)',
    betterWhen: 'higher',
    records: (world) =>
      recordsOf(world, missingReturns).length === 0
        ? 'No register of missing returns is kept here.'
        : recordsOf(world, missingReturns).flatMap((row) => interviewRecord(world, row)),
  },
]
