import { iroAppointmentSetting } from '../../children/settings.ts'
import { lateNotificationSetting } from '../settings.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import { addWorkingDays, workingDaysBetween } from '../../calendar/workingDays.ts'
import { noReturnOfYear } from '../../children/domain/coverage.ts'
import { childRecord } from '../../children/domain/figures/records.ts'
import { type World, lookedAfter } from '../../children/domain/world.ts'
import { notifications } from '../../children/registers/notifications.ts'
import { people } from '../../children/registers/people.ts'
import type { Figure } from '../../figures/figure.ts'
import { isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { recordsOf } from '../../world/world.ts'
import { allocations } from '../registers/allocations.ts'
import { allocatedChildren } from './allocations.ts'
import { areAllocationsKeptOn, isPastAppointment } from './keptAllocations.ts'

const AREA = 'The service'

/** Children whom the service has to know of and to name an officer for. `kpi-definitions` sections 1, 5 and 6. */
export const watchFigures: readonly Figure<World>[] = [
  {
    id: 'iros.children_without',
    countedOver: 'day',
    area: AREA,
    label: 'Children still without an IRO after 5 working days',
    unit: 'count',
    definition: 'Children looked after for more than 5 working days on the day of the count with no open allocation.',
    wording: ({ settings }) => {
      const days = iroAppointmentSetting.of(settings)
      return {
        label: `Children still without an IRO after ${counted(days, 'working day')}`,
        definition: `Children looked after for more than ${counted(days, 'working day')}${days === 5 ? '' : ' (the authority’s own limit)'} on the day of the count with no open allocation.`,
      }
    },
    source: 'Children Act 1989, section 25A; register of allocations',
    betterWhen: 'lower',
    records: (world) => {
      if (recordsOf(world, allocations).length === 0) return 'No register of allocations is kept here.'
      const unknown = noReturnOfYear(world)
      if (unknown !== null) return unknown
      if (!areAllocationsKeptOn(world, world.snapshotOn))
        return 'The register of allocations was not kept on this day: it names few of the children who have left care since.'
      const allocated = allocatedChildren(world, world.snapshotOn)
      return lookedAfter(world)
        .filter(
          ({ history, period }) =>
            !allocated.has(history.record.child) && isPastAppointment(world, period.startedOn, world.snapshotOn),
        )
        .map((child) => childRecord(child, world))
    },
  },
  {
    id: 'reviews.late_notifications',
    area: AREA,
    label: 'Children of whom the service was told late',
    unit: 'count',
    definition:
      'Children who became looked after in the year and of whom the service was told later than the 5th working day (or the authority’s own limit).',
    source: 'Register of notifications',
    betterWhen: 'lower',
    records: (world) => {
      if (recordsOf(world, notifications).length === 0) return 'No register of notifications is kept here.'
      const limit = lateNotificationSetting.of(world.settings)
      return recordsOf(world, notifications)
        .filter(
          ({ startedOn, notifiedOn }) =>
            isInYear(startedOn, world.year) &&
            isOnOrBefore(startedOn, world.asAt) &&
            isOnOrBefore(notifiedOn, world.asAt),
        )
        .flatMap((fact) => {
          const due = unlessCalendarTooShort(() => addWorkingDays(fact.startedOn, limit, world.holidays))
          return due ? [{ fact, due }] : []
        })
        .filter(({ fact, due }) => isAfter(fact.notifiedOn, due))
        .map(({ fact, due }) => ({
          child: fact.child,
          kind: 'notification',
          date: fact.notifiedOn,
          due,
          counts: true,
          key: null,
          detail: () => ({
            'Looked after from': fact.startedOn.toString(),
            'Working days lost': workingDaysBetween(fact.startedOn, fact.notifiedOn, world.holidays),
          }),
        }))
    },
  },
  {
    id: 'oversight.supervision_orders',
    countedOver: 'day',
    area: AREA,
    label: 'Supervision orders watched over',
    unit: 'count',
    definition: 'Supervision orders in the register of people that are open on the day of the count.',
    source: 'Register of people',
    betterWhen: null,
    records: (world) => {
      if (recordsOf(world, people).length === 0) return 'No register of people who are not in the return is kept here.'
      return recordsOf(world, people)
        .filter(
          ({ kind, from, to }) =>
            kind === 'SUPERVISION_ORDER' &&
            isOnOrBefore(from, world.snapshotOn) &&
            (to === null || isAfter(to, world.snapshotOn)),
        )
        .map(({ child, from }) => ({
          child,
          kind: 'supervision order',
          date: from,
          due: null,
          counts: true,
          key: null,
          detail: () => ({}),
        }))
    },
  },
]
