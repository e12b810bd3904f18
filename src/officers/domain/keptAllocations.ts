import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import type { Allocated } from '../../children/domain/allocations.ts'
import type { PeriodOfCare } from '../../children/domain/history.ts'
import { type World, lookedAfterOn } from '../../children/domain/world.ts'
import { iroAppointmentSetting } from '../../children/settings.ts'
import { isTooMany } from '../../figures/alike.ts'
import { type PlainDate, earlierOf, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type AllocationFact, allocations } from '../registers/allocations.ts'
import { allocationsOf, hasDays } from './allocations.ts'

/** The first day on which an allocation ended; null where none has. Of what ended before it the register says nothing. */
const firstEnd = rememberedFor((rows: readonly AllocationFact[]): PlainDate | null =>
  rows.reduce<PlainDate | null>(
    (first, row) => (row.to === null || !hasDays(row) ? first : first === null ? row.to : earlierOf(first, row.to)),
    null,
  ),
)

/** Whether so many working days of care have passed on a day that the child should have an IRO. CLK-IRO-1. */
export function isPastAppointment(world: World, startedOn: PlainDate, day: PlainDate): boolean {
  const due = unlessCalendarTooShort(() =>
    addWorkingDays(startedOn, iroAppointmentSetting.of(world.settings), world.holidays),
  )
  return due === null || isAfter(day, due)
}

const isDuring = ({ startedOn, endedOn }: PeriodOfCare, { from, to }: Allocated): boolean =>
  (endedOn === null || isBefore(from, endedOn)) && (to === null || isAfter(to, startedOn))

/**
 * Whether the register of allocations was kept on a day. A register is begun with the children of that day: of an earlier
 * one it names those who stayed, and nobody who had left. So it was not kept before its first end, on a day of which more
 * than one child, and more than one in twenty, are never named in it though they have left care since. Where even the
 * first end lies after the day as at which all is seen, nobody knows who has left since, and all who are never named count.
 */
export function areAllocationsKeptOn(world: World, day: PlainDate): boolean {
  const first = firstEnd(recordsOf(world, allocations))
  if (first !== null && isOnOrBefore(first, day)) return true
  const isBegunLater = first !== null && isAfter(first, world.asAt)
  const children = lookedAfterOn(world, day)
  const unnamed = children.filter(
    ({ history, period }) =>
      (isBegunLater || period.endedOn !== null) &&
      isPastAppointment(world, period.startedOn, day) &&
      !allocationsOf(world, history.record.child).some((allocation) => isDuring(period, allocation)),
  ).length
  return unnamed <= 1 || !isTooMany(unnamed, children.length)
}
